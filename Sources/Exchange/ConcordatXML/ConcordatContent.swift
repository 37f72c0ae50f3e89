import Calculator
import Programme

/// What a document of Concordat XML says: the register, its problems and the results it carries.
final class ConcordatContent {
  private(set) var register = Register()
  private(set) var codes: [String: CouncilCode] = [:]
  var problems = ProblemList()
  private(set) var carried = CarriedFigures()

  private(set) var places = PlaceIndex()
  private var named: [(name: String, kind: ConcordatElement.Kind, place: Problem.Place)] = []
  private var benefitCount = 0
  private var results: OpenRecord?

  /// The most rows of a list other than the benefits that are kept.
  private static let rowsKept = 50_000
  /// The most scores, and the most columns of a council's own, of one benefit.
  private static let partsKept = FileLimits().columns
  /// The most results: those of every benefit that a register may hold, and of the whole.
  private static let resultsKept = 12 * RecordLimit.benefitsInRegister

  /// Takes a record that has ended; false when it has an error that says all.
  func take(_ record: OpenRecord, inside outer: inout OpenRecord) -> Bool {
    switch record.kind {
    case .channelCost: return keep(record, in: \.channelCosts)
    case .cost:
      return keep(record, in: \.costs) { places, cost in
        places.note("Costs", cost.reference, at: record.place(of: "reference"))
      }
    case .actual:
      return keep(record, in: \.actuals) { places, actual in
        let place = record.place(of: "benefitReference")
        places.note("Actuals", actual.key, at: place)
        places.note("Actuals", actual.benefitReference, at: place)
      }
    case .forecast:
      return keep(record, in: \.forecasts) { places, forecast in
        let place = record.place(of: "benefitReference")
        places.note("Forecasts", forecast.key, at: place)
        places.note("Forecasts", forecast.benefitReference, at: place)
      }
    case .measure:
      return keep(record, in: \.measures) { places, series in
        let place = record.place(of: "name")
        places.note("Measures", series.key, at: place)
        places.note("Measures", series.benefitReference, at: place)
        series.values = record.values
        for (value, place) in zip(record.values, record.valuePlaces) {
          places.note(
            "Measure values",
            "\(series.benefitReference) \(value.span) \(series.measure.name)", at: place)
        }
      }
    case .measureValue: return takeValue(record, of: &outer)
    case .benefit: return takeBenefit(record)
    case .criterion: return takeCriterion(record, of: &outer)
    case .column: return takeColumn(record, of: &outer)
    case .council: return takeCouncil(record)
    case .service, .stakeholder: note(record)
    case .figure: takeFigure(record)
    case .results: results = record
    case .programme: break
    }
    return true
  }

  // MARK: records

  private func read<Item: Record>(
    _ record: OpenRecord, with more: [Item.Field: String] = [:]
  ) -> Item? {
    let reading = record.read(Item.self, with: more)
    for problem in reading.problems { problems.add(problem) }
    return reading.value
  }

  private func keep<Item: Record>(
    _ record: OpenRecord, in list: WritableKeyPath<Register, [Item]>,
    _ note: (inout PlaceIndex, inout Item) -> Void = { _, _ in }
  ) -> Bool {
    guard var item: Item = read(record) else { return false }
    guard register[keyPath: list].count < ConcordatContent.rowsKept else {
      refuse(
        record.place, "Rows", "more", "at most \(Shown.whole(ConcordatContent.rowsKept)) in a list")
      return true
    }
    note(&places, &item)
    register[keyPath: list].append(item)
    return true
  }

  private func takeBenefit(_ record: OpenRecord) -> Bool {
    benefitCount += 1
    guard benefitCount <= RecordLimit.benefitsInRegister else {
      if benefitCount == RecordLimit.benefitsInRegister + 1 {
        refuse(
          record.place, "Benefits", "more",
          "at most \(Shown.whole(RecordLimit.benefitsInRegister)) benefits")
      }
      return true
    }
    // A benefit that cannot be read is still known, so that rows about it are no second problem.
    places.note(
      "Benefits", TrimmedText.of(record.texts["reference"] ?? ""), at: record.place(of: "reference")
    )
    guard var benefit: Benefit = read(record) else { return false }
    benefit.criteria = record.criteria
    benefit.additional = record.additional
    for field in ["fromChannel", "toChannel"] {
      places.note(
        "Benefit \(benefit.reference)", record.texts[field] ?? "", at: record.place(of: field))
    }
    register.benefits.append(benefit)
    return true
  }

  private func takeCriterion(_ record: OpenRecord, of benefit: inout OpenRecord) -> Bool {
    let reference = benefit.texts["reference"] ?? "-"
    guard let row: CriterionRow = read(record, with: [.benefitReference: reference]) else {
      return false
    }
    guard benefit.criteria.count < ConcordatContent.partsKept else {
      return refuseMore(record.place, "Intangible scores")
    }
    benefit.criteria.append(row.criterion)
    return true
  }

  private func takeValue(_ record: OpenRecord, of measure: inout OpenRecord) -> Bool {
    guard let read: MeasureValue = read(record) else { return false }
    guard measure.values.count < ConcordatContent.partsKept else {
      return refuseMore(record.place, "Measure values")
    }
    measure.values.append(read.value)
    measure.valuePlaces.append(record.place)
    return true
  }

  /// Nothing is known about the column, so its text is kept as it stands.
  private func takeColumn(_ record: OpenRecord, of benefit: inout OpenRecord) -> Bool {
    let heading = record.texts["heading"] ?? ""
    guard !heading.isEmpty, benefit.additional[heading] == nil else {
      refuse(record.place, "Additional", heading, "each heading once, and not blank")
      return false
    }
    guard benefit.additional.count < ConcordatContent.partsKept else {
      return refuseMore(record.place, "Additional")
    }
    benefit.additional[heading] = record.texts["text"] ?? ""
    return true
  }

  private func takeCouncil(_ record: OpenRecord) -> Bool {
    note(record)
    guard let text = record.texts["code"] else { return true }
    guard let code = CouncilCode(text: TrimmedText.of(text)) else {
      refuse(
        record.place(of: "code"), "Council", text,
        "an official code, a letter and eight digits")
      return false
    }
    codes[record.texts["name"] ?? ""] = code
    return true
  }

  private func refuseMore(_ place: Problem.Place, _ subject: String) -> Bool {
    refuse(
      place, subject, "more", "at most \(Shown.whole(ConcordatContent.partsKept)) in a benefit")
    return false
  }

  private func note(_ record: OpenRecord) {
    guard named.count < ConcordatContent.rowsKept else { return }
    named.append((record.texts["name"] ?? "", record.kind, record.place))
  }

  private func refuse(
    _ place: Problem.Place, _ subject: String, _ found: String, _ expected: String
  ) {
    let mend = "Correct it in the file, or in what wrote it."
    problems.add(
      Problem(.error, at: place, subject: subject, found: found, expected: expected, mend: mend))
  }

  // MARK: results

  private func takeFigure(_ record: OpenRecord) {
    guard let name = record.attributes["name"].flatMap(ResultName.init),
      let value = Exact(text: record.texts["value"] ?? ""),
      let figure = name.figure(
        benefit: record.attributes["benefit"],
        year: record.attributes["year"].flatMap(NumberText.whole))
    else { return refuse(record.place, "Results", "", "a result with its name, benefit and year") }
    guard carried.others.count < ConcordatContent.resultsKept else { return }
    carried.others.append(
      CarriedFigure(figure: figure, value: .number(value), place: record.place))
  }

  /// Says when the results are not those of the inputs that they stand beside.
  func compareResults() {
    guard let results, let checksum = results.attributes["checksum"], !problems.hasErrors else {
      return
    }
    var writer = ConcordatXMLWriter(register, codes: codes)
    let own = Checksum.of(writer.written(nil).utf8)
    guard own != checksum else { return }
    problems.add(
      Problem(
        .warning, at: results.place, subject: "Results", found: checksum,
        expected: "the checksum of the register, \(own)",
        mend: "The register was changed after its results were worked out; ours are used."))
  }

  // MARK: the whole

  /// The end of the document: what no single record could show.
  func finish(_ programme: OpenRecord) -> Bool {
    guard let cover: Cover = read(programme) else { return false }
    register.cover = cover
    for problem in register.problems where !isStrayOnlyHere(problem) {
      let isDuplicate = problem.expected == Register.duplicateExpectation
      problems.add(places.located(problem, isDuplicate: isDuplicate))
    }
    tellUnused()
    return true
  }

  private func isStrayOnlyHere(_ problem: Problem) -> Bool {
    ["Actuals", "Forecasts", "Measures"].contains(problem.subject)
      && problem.expected != Register.duplicateExpectation
      && places.knows("Benefits", problem.found)
  }

  /// Names that nothing uses are not kept, and that is told.
  private func tellUnused() {
    let used = ConcordatNames(register)
    let known: (ConcordatElement.Kind) -> [String] = { kind in
      kind == .council ? used.councils : kind == .service ? used.services : used.stakeholders
    }
    for kind in [ConcordatElement.Kind.council, .service, .stakeholder] {
      let names = Set(known(kind))
      for entry in named where entry.kind == kind && !names.contains(TrimmedText.of(entry.name)) {
        problems.add(
          Problem(
            .note, at: entry.place, subject: "Names", found: entry.name,
            expected: "a name that a benefit or a cost uses", mend: "It is not kept."))
      }
    }
  }
}
