/// The part that lists the sheets of a workbook in their order.
struct WorkbookPart {
  struct Sheet {
    let name: String
    let relationship: String
  }

  private(set) var sheets: [Sheet] = []
  private(set) var countsFrom1904 = false

  init(_ part: String, in package: Package) throws(Package.Failure) {
    var sheets: [Sheet] = []
    var countsFrom1904 = false
    let limit = package.limits.sheets
    var names: OpenXMLNames?
    try package.visit(part) { element, stream in
      let known = names ?? OpenXMLNames(stream)
      names = known
      guard known.isOurs(element) else { return }
      // One more than the limit is kept, so that the excess is told where sheets are counted.
      if element.isNamed("sheet"), sheets.count <= limit {
        sheets.append(
          Sheet(
            name: element.attribute("name")?.text ?? "",
            relationship: known.relationship(element) ?? ""))
      } else if element.isNamed("workbookPr") {
        countsFrom1904 = element.attribute("date1904")?.isTrue ?? false
      }
    }
    self.sheets = sheets
    self.countsFrom1904 = countsFrom1904
  }
}

extension XMLAttribute {
  /// A truth value of XML Schema.
  var isTrue: Bool { equals("1") || equals("true") }
}
