import Calculator
import Exchange
import Programme

/// What libFuzzer calls with every input: a file is read, and what came of it calculated.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  let file = RegisterFile.read(FuzzInput.file(input))
  precondition((file.register == nil) == file.hasErrors, "a register and an error, or neither")
  if let register = file.register { _ = calculate(register.appraisal()) }
  return 0
}
