import Calculator
import Programme

/// A record that stands in a sheet of layout 1, one a row, under headings.
protocol SheetRecord: Record {
  /// Other headings that councils use for a field, folded; the field's own header and label are
  /// always known.
  static var synonyms: [String: Field] { get }
  /// What a sheet cannot do without. The first one is what its heading row is known by.
  static var requiredFields: [Field] { get }
}

enum Heading {
  /// The form in which two headings are the same: letters and digits only, without regard to case.
  static func fold(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic || isDigit(scalar) {
      folded.append(scalar)
    }
    return String(folded).lowercased()
  }

  /// Every folded heading that means a field of the record.
  static func table<Item: SheetRecord>(_: Item.Type) -> [String: Item.Field] {
    var table = Item.synonyms
    for field in Item.Field.allCases { table[fold(field.label)] = field }
    for field in Item.Field.allCases { table[fold(field.header)] = field }
    return table
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }
}

extension Benefit: SheetRecord {
  static let requiredFields: [Field] = [.reference, .title, .method]
  static let synonyms: [String: Field] = [
    "id": .reference, "ref": .reference, "benefitref": .reference, "benefitreference": .reference,
    "benefitno": .reference, "benefitnumber": .reference,
    "benefit": .title, "benefittitle": .title, "benefitname": .title, "name": .title,
    "benefitdescription": .description, "details": .description,
    "localauthority": .council, "authority": .council, "organisation": .council,
    "servicearea": .service, "department": .service,
    "programmeobjective": .objective, "benefitcategory": .category, "benefittype": .category,
    "stakeholder": .stakeholders, "beneficiaries": .stakeholders,
    "tangible": .tangibility, "tangibleintangible": .tangibility,
    "cashable": .cashability, "cashablenoncashable": .cashability,
    "benefitowner": .owner, "responsible": .owner, "benefitstatus": .status,
    "measurement": .method, "calculationmethod": .method, "methodofmeasurement": .method,
    "annualvolume": .volume, "quantity": .volume, "annualsalary": .salary,
    "timebefore": .hoursBefore, "timeafter": .hoursAfter,
    "unitcostbefore": .unitCostBefore, "unitcostafter": .unitCostAfter,
    "avoidable": .avoidableShare, "avoidablepercent": .avoidableShare,
    "ftes": .posts, "ftereleased": .posts, "annualamount": .amount,
    "deadweightpct": .deadweightShare, "deadweightshare": .deadweightShare,
    "attribution": .claimShare, "claim": .claimShare, "attributionshare": .claimShare,
    "optimism": .optimismBiasShare, "optimismbiaspct": .optimismBiasShare,
    "cashshare": .cashShare, "cashpercent": .cashShare, "cashablepct": .cashShare,
    "start": .startYear, "firstyear": .startYear, "duration": .years, "noofyears": .years,
    "dropoffpct": .dropOffShare, "decay": .dropOffShare,
  ]
}

extension Cost: SheetRecord {
  static let requiredFields: [Field] = [.reference, .amount]
  static let synonyms: [String: Field] = [
    "id": .reference, "costref": .reference, "costreference": .reference, "cost": .amount,
    "value": .amount, "authority": .council, "localauthority": .council, "from": .fromYear,
    "startyear": .fromYear, "to": .toYear, "endyear": .toYear, "item": .description,
    "optimism": .optimismBiasShare,
  ]
}

extension Actual: SheetRecord {
  static let requiredFields: [Field] = [.benefitReference, .year, .value]
  static let synonyms: [String: Field] = [
    "id": .benefitReference, "benefitref": .benefitReference,
    "benefitreference": .benefitReference, "financialyear": .year, "actualvalue": .value,
    "amount": .value,
  ]
}

extension CriterionRow: SheetRecord {
  static let requiredFields: [Field] = [.benefitReference, .criterion, .weight]
  static let synonyms: [String: Field] = [
    "id": .benefitReference, "benefitref": .benefitReference,
    "benefitreference": .benefitReference, "weighting": .weight, "notes": .note, "comment": .note,
  ]
}

extension ChannelCost: SheetRecord where N == Exact {
  static var requiredFields: [Field] { [.name, .cost] }
  static var synonyms: [String: Field] {
    ["channelname": .name, "costpercontact": .cost, "costpertransaction": .cost, "unitcost": .cost]
  }
}

extension Cover: SheetRecord {
  static let requiredFields: [Field] = []
  static let synonyms: [String: Field] = [
    "localauthority": .council, "authority": .council, "organisation": .council,
    "projectname": .project, "preparedby": .author, "prices": .priceBase,
    "oncost": .onCostShare, "oncosts": .onCostShare, "overheads": .overheadShare,
    "bankholidays": .bankHolidayDays, "annualleave": .leaveDays,
    "sicknessandtrainingdays": .sicknessAndTrainingDays,
  ]
}
