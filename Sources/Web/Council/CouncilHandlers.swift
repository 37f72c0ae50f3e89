import Calculator
import Exchange
import Hummingbird
import Programme
import Store

/// The councils of the programme, and one council's register.
enum CouncilHandlers {
  /// Every council that takes part.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let councils = try await visit.store.read(as: viewer) { db in try db.councils(as: viewer) }
    return visit.page(CouncilListPage(councils, viewer: viewer))
  }

  /// The same rows as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let councils = try await visit.store.read(as: viewer) { db in try db.councils(as: viewer) }
    let table = Exchange.Table(councils, seesBenefits: viewer.may(.readBenefits))
    return try await visit.table(table, named: "councils")
  }

  /// One council at a glance.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let code = try visit.councilCode()
    let page = try await visit.store.read(as: viewer) { db in
      guard let council = try db.council(code: code, as: viewer) else { throw Refusal.notFound }
      let register =
        viewer.may(.readBenefits)
        ? try db.register(of: council.id, withPeriods: false, as: viewer) : nil
      let standing =
        viewer.may(.readProgramme) ? try db.programmeStanding(as: viewer) : nil
      return CouncilDetailPage(
        council, register: register, standing: standing, viewer: viewer)
    }
    return visit.page(page)
  }

  /// The register as a calculator workbook, XML Spreadsheet 2003.
  static func workbook(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let register = try await register(visit, viewer)
    let content = register.register
    let workbook = try await visit.calculating {
      WorkbookWriter.write(content, figures: calculate(content.appraisal())).bytes
    }
    return visit.file(
      workbook, name: "\(register.councilName) benefits.xml", contentType: "application/xml")
  }

  /// The same as an Excel workbook.
  static func excelWorkbook(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let register = try await register(visit, viewer)
    let content = register.register
    let workbook = try await visit.calculating {
      Result { () throws(WorkbookFailure) in
        try WorkbookWriter.writeXLSX(content, figures: calculate(content.appraisal())).bytes
      }
    }.get()
    return visit.excel(workbook, name: "\(register.councilName) benefits")
  }

  /// The register as Concordat XML: nothing is left out.
  static func concordatXML(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let code = try visit.councilCode()
    let register = try await register(visit, viewer)
    let content = register.register
    let codes = [register.councilName: code]
    let document = try await visit.calculating {
      Result { () throws(ConcordatXML.Invalid) in
        try ConcordatXML.write(content, figures: calculate(content.appraisal()), codes: codes)
      }
    }
    switch document {
    case .success(let bytes):
      return visit.file(
        bytes, name: "\(register.councilName) benefits concordat.xml",
        contentType: "application/xml")
    case .failure(let invalid): throw Refusal.invalid(invalid.problems)
    }
  }

  /// The register's benefits as a table, with all their fields.
  static func registerTable(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let register = try await register(visit, viewer)
    let table = try await visit.calculating {
      RegisterCSV.table(register.register, figures: calculate(register.register.appraisal()))
    }
    return try await visit.table(table, named: "\(register.councilName) benefits")
  }

  private static func register(_ visit: Visit, _ viewer: Viewer) async throws -> StoredRegister {
    let code = try visit.councilCode()
    return try await visit.store.read(as: viewer) { db in
      let council = try db.council(code: code, as: viewer).orNotFound()
      return try db.register(of: council.id, withMeasures: true, as: viewer).orNotFound()
    }
  }
}
