import Programme

extension BenefitDetailPage {
  static let sample = BenefitDetailPage(
    title: "Fewer face-to-face visits to report faults", reference: "B001",
    council: Link("West Lothian Council", "/councils/S12000040"),
    status: Tag(BenefitStatus.approved),
    visibility: Tag(.shared), approval: Link("Approved as baseline 2", "/benefits/1/approval"),
    sections: [SectionLink(text: "Profile", href: "/benefits/1", isCurrent: true)],
    owner: "Head of ICT", nextReview: "31 March 2027",
    description: "Residents report lighting faults on the web instead of at an office.",
    changeHref: "/benefits/1/edit", withdrawHref: "/benefits/1/withdraw",
    calculatorHref: "/calculator?council=S12000040&benefit=B001",
    flags: ["“Satisfaction” of B001 got worse."],
    gaps: ["No evidence yet: say what shows that the volume is right."],
    assumed: Link("2 assumptions to confirm or replace", "/benefits/1/assumptions"),
    copies: [Link("Copy this benefit", "/benefits/new?from=1")],
    figures: [
      Figure(
        "Gross, £ a year", "245,626.44", working: Link("How this came about", "#working-gross")),
      Figure("Net over six years, £", "190,190.86", note: "after ramp, shares and bias"),
      Figure("Cashable over six years, £", "47,547.72", note: "25 % of the budget falls"),
    ],
    money: .sample, noMoney: "Undefined, because the volume is missing.", waterfall: .sample,
    workings: [.sample(id: "working-gross"), .sample(id: "working-net-2012-13")],
    profile: [
      SummaryLine("Service", "Highways and street lighting"),
      SummaryLine("Tangibility", "Tangible"), SummaryLine("Cashability", "Cashable"),
      SummaryLine("Budget line that falls", "not known", note: "ask the finance partner"),
    ],
    inputs: [
      SummaryLine("Volume", "34,693 a year"),
      SummaryLine("Share claimed", "not known", note: "a blank counts as the whole"),
    ],
    scores: Scores(
      summary: "6.25 out of 10, 1 of 2 scored",
      rows: [
        Scores.Row(name: "Trust", weight: "2", score: "6.25", note: "residents' panel, 2009"),
        Scores.Row(name: "Ease", weight: "1", score: "not scored", note: ""),
      ]),
    additional: [SummaryLine("Sponsor", "Chief executive")],
    achieved: PointTable(.sample, of: .sample).map {
      Achieved(table: $0, all: Link("Values by period", "/benefits/1/measures/money"))
    },
    costs: .sample, milestones: .sample, issues: .sample,
    carried: [Carried(what: "Net 2011/12", carried: "60,150.54", ours: "60,150.53")],
    history: [.sample],
    exports: [Link("CSV", "/benefits.csv?reference=B001")],
    previous: Link("B090", "/benefits/90"), next: Link("B002", "/benefits/2"),
    trail: [
      Link("Benefits", "/benefits"),
      Link("West Lothian Council", "/benefits?council=S12000040"),
    ])

  static let states = [
    "bare": BenefitDetailPage(
      title: "Residents trust the council's answers more", reference: "B017",
      council: Link("West Lothian Council", "/councils/S12000040"), status: Tag(.identified),
      visibility: Tag(.draft), approval: Link("Approved as baseline 2", "/benefits/1/approval"),
      sections: [], owner: "not known", nextReview: "not known",
      description: nil,
      changeHref: nil, withdrawHref: nil, calculatorHref: nil, flags: [], gaps: [],
      assumed: nil, copies: [], figures: [],
      money: nil,
      noMoney: "A scored benefit has no money.", waterfall: nil, workings: [], profile: [],
      inputs: [], scores: nil, additional: [], achieved: nil, costs: nil, milestones: nil,
      issues: nil, carried: [], history: [],
      exports: [], previous: nil, next: nil, trail: [Link("Benefits", "/benefits")])
  ]
}

extension WorkingPart {
  static func sample(id: String) -> WorkingPart {
    WorkingPart(
      id: id, name: "Net benefit in 2012/13",
      formula: "gross × ramp × (1 − deadweight) × share claimed", shown: "£60,150.54",
      unrounded: "60150.53779245",
      inputs: [
        Input(name: "share claimed", value: "0.25", unit: "of the whole", source: "typed"),
        Input(name: "deadweight", value: "0", unit: "of the whole", source: "a blank counts as 0"),
      ],
      steps: [
        WorkingPart(
          name: "gross", formula: "contacts moved × (cost from − cost to)", shown: "£245,626.44",
          inputs: [
            Input(name: "contacts moved", value: "34,693", unit: "a year", source: "typed"),
            Input(
              name: "cost from", value: "7.40", unit: "£ a contact", source: "Published survey"),
          ])
      ])
  }
}
