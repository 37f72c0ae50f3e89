import Calculator
import Programme

/// The words that councils head their columns with, folded: spaces, hyphens, underscores, "%" and
/// "(£)" are left out already, and "pct" or "percent" at the end is known by itself.
enum HeadingWords {
  static let benefit = table(benefitProfile.merging(benefitInputs) { first, _ in first })
    .merging(ramp) { first, _ in first }

  private static let benefitProfile: [Benefit.Field: [String]] = [
    .reference: [
      "id", "ref", "refno", "refnumber", "referenceno", "referencenumber", "uniqueid",
      "uniqueref", "uniquereference", "benefitref", "benefitrefno", "benefitreference",
      "benefitno", "benefitnumber",
    ],
    .title: ["benefit", "benefittitle", "benefitname", "name", "shorttitle"],
    .description: [
      "benefitdescription", "descriptionofbenefit", "fulldescription", "details", "detail",
      "narrative",
    ],
    .council: ["localauthority", "authority", "organisation", "councilname"],
    .service: [
      "servicearea", "serviceunit", "department", "dept", "directorate", "businessunit",
    ],
    .objective: [
      "programmeobjective", "strategicobjective", "corporateobjective", "objectives",
      "corporatepriority",
    ],
    .category: ["benefitcategory", "benefittype", "typeofbenefit", "type", "theme"],
    .stakeholders: [
      "stakeholder", "stakeholdergroup", "stakeholdergroups", "beneficiary", "beneficiaries",
      "whobenefits",
    ],
    .tangibility: [
      "tangible", "tangibleintangible", "tangibleorintangible", "tangiblenontangible",
      "tangibleornontangible",
    ],
    .cashability: [
      "cashable", "cashablenoncashable", "cashableornoncashable", "cashreleasing",
      "cashreleasingtimereleasing", "cashreleasingortimereleasing", "efficiencytype",
    ],
    .owner: [
      "benefitowner", "responsible", "responsibleofficer", "responsibleowner", "leadofficer",
      "lead", "accountableofficer",
    ],
    .status: ["benefitstatus", "currentstatus", "stage"],
    .method: [
      "measurement", "measurementmethod", "methodofmeasurement", "calculationmethod",
      "methodofcalculation", "calculationtype", "basisofcalculation",
    ],
  ]

  private static let benefitInputs: [Benefit.Field: [String]] = [
    .volume: [
      "annualvolume", "volumepa", "volumeperannum", "volumeperyear", "quantity", "numberperyear",
      "numberperannum", "noperannum", "contactsperyear", "transactionsperyear",
    ],
    .salary: ["annualsalary", "averagesalary", "salarypa", "salaryperannum", "salaryperyear"],
    .hourlyRate: ["rateperhour", "hourrate", "payperhour"],
    .hoursBefore: ["timebefore", "currenthours", "hourscurrent", "hoursnow"],
    .hoursAfter: ["timeafter", "newhours", "hoursnew", "hoursfuture", "futurehours"],
    .unitCostBefore: ["costbefore", "currentunitcost", "oldunitcost", "unitcostnow"],
    .unitCostAfter: ["costafter", "newunitcost", "futureunitcost"],
    .fromChannel: ["channelfrom", "oldchannel", "currentchannel", "existingchannel"],
    .toChannel: ["channelto", "newchannel", "targetchannel"],
    .avoidableShare: ["avoidablecontact", "avoidablecontacts"],
    .posts: [
      "ftes", "ftereleased", "ftesreleased", "ftesaved", "ftessaved", "ftesaving", "ftereduction",
      "postsreleased",
      "postssaved", "noofposts", "numberofposts", "wte", "wholetimeequivalent",
      "fulltimeequivalent", "fulltimeequivalents",
    ],
    .amount: ["annualamount", "amountpa", "amountperannum", "amountperyear", "annualsaving"],
    .deadweightShare: ["deadweightshare"],
    .claimShare: [
      "attribution", "attributionshare", "attributed", "claim", "claimed", "councilshare",
    ],
    .optimismBiasShare: ["optimism", "optimismadjustment", "optimismbiasadjustment"],
    .cashShare: ["cash", "cashshare", "cashableshare", "sharecash"],
    .startYear: ["start", "firstyear", "yearstarts", "yearstart"],
    .years: ["duration", "durationyears", "noofyears", "numberofyears", "yearsduration"],
    .dropOffShare: ["dropoffrate", "decay", "decayrate"],
  ]

  private static let ramp: [String: Benefit.Field] = Dictionary(
    Benefit.Field.ramp.enumerated().flatMap { index, field in
      ["rampyear", "rampup", "rampupyear", "realisationyear", "rampyr"].map {
        ("\($0)\(index + 1)", field)
      } + [("year\(index + 1)ramp", field)]
    }, uniquingKeysWith: { first, _ in first })

  static let cost = table([
    Cost.Field.reference: [
      "id", "ref", "refno", "costref", "costreference", "costno", "costnumber",
    ],
    .amount: ["cost", "value", "annualcost", "costpa", "costperannum"],
    .council: ["authority", "localauthority", "organisation"],
    .fromYear: ["from", "startyear", "firstyear", "yearfrom", "start"],
    .toYear: ["to", "endyear", "lastyear", "yearto", "end"],
    .description: ["item", "costdescription", "details", "name", "title"],
    .optimismBiasShare: ["optimism", "optimismadjustment"],
  ])

  static let actual = table([
    Actual.Field.benefitReference: [
      "id", "ref", "reference", "benefitref", "benefitreference", "benefitno", "benefitnumber",
    ],
    .year: ["financialyr", "finyear", "finyr"],
    .period: ["quarter", "qtr", "month", "reportingperiod"],
    .value: ["actualvalue", "actualbenefit", "amount", "achieved", "realised"],
    .evidence: ["evidencenote", "source", "sourceofevidence"],
    .maturity: ["quality", "statusoffigure"],
  ])

  static let criterion = table([
    CriterionRow.Field.benefitReference: [
      "id", "ref", "reference", "benefitref", "benefitreference", "benefitno", "benefitnumber",
    ],
    .criterion: ["criteria", "measure"], .weight: ["weighting"], .score: ["rating", "mark"],
    .note: ["notes", "comment", "comments"],
  ])

  static let channel = table([
    ChannelCost<Exact>.Field.name: ["channelname", "contactchannel", "name"],
    .cost: ["costpercontact", "costpertransaction", "unitcost", "averagecost"],
    .source: ["sourceofcost"], .year: ["priceyear", "yearofcost", "pricebase"],
  ])

  static let cover = table([
    Cover.Field.council: ["localauthority", "authority", "organisation", "councilname"],
    .project: ["projectname", "programme", "projecttitle"],
    .version: ["versionno", "versionnumber"],
    .author: ["preparedby", "completedby", "authors"],
    .date: ["dateprepared", "datecompleted", "dateofcompletion"],
    .baseYear: ["yearzero", "year0", "firstyear"], .priceBase: ["prices", "pricesare"],
    .discountRate: ["discount", "discounting", "realdiscountrate"],
    .onCostShare: ["oncost", "employeroncosts", "salaryoncosts"],
    .overheadShare: ["overheads", "overheadrate"],
    .daysPerYear: ["daysinyear", "paiddaysperyear"],
    .leaveDays: ["annualleave", "annualleavedays"],
    .bankHolidayDays: ["publicholidays", "bankholidaydays", "statutoryholidays"],
    .sicknessAndTrainingDays: ["sicknessandtrainingdays", "sicknesstraining", "sickandtraining"],
    .hoursPerDay: ["hoursday", "workinghoursperday", "hoursinday"],
  ])

  /// Of a word that two fields claim, the first field in their order has it.
  private static func table<Field: RecordField>(_ words: [Field: [String]]) -> [String: Field] {
    Dictionary(
      Field.allCases.flatMap { field in (words[field] ?? []).map { ($0, field) } },
      uniquingKeysWith: { first, _ in first })
  }
}

/// Other names of sheets, folded.
enum SheetWords {
  static let names: [String: Layout1Sheet] = [
    "coversheet": .cover, "frontsheet": .cover, "titlepage": .cover,
    "assumption": .assumptions, "keyassumptions": .assumptions,
    "channelcost": .channelCosts, "channels": .channelCosts, "costperchannel": .channelCosts,
    "benefit": .benefits, "benefitsregister": .benefits, "benefitregister": .benefits,
    "nontangible": .intangibles, "nontangibles": .intangibles, "intangible": .intangibles,
    "intangiblebenefits": .intangibles, "nontangiblebenefits": .intangibles,
    "cost": .costs, "costregister": .costs, "actual": .actuals, "actualbenefits": .actuals,
  ]
}
