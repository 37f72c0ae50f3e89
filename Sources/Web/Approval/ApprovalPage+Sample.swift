import Programme

extension ApprovalPage {
  static let sample = ApprovalPage(
    benefit: "B001 Fewer visits",
    sections: [SectionLink(text: "Approval", href: "/benefits/1/approval", isCurrent: true)],
    state: Tag("Waiting for approval", .yellow), status: Tag(BenefitStatus.profiled),
    baseline: "Baseline 1, approved by Morag Reid on 3 April 2010, 9:05 am",
    lead: ["Iain Sinclair submitted it on 4 April 2010, 2:10 pm.", "You decide."],
    note: "The survey of 2010 gave a better volume.",
    caution: "Somebody changed it since you opened the page. Look again, then decide.",
    obstacles: ["Name its owner."], warnings: ["Plan its next review."],
    figures: [Figure("Net over all years, £", "190,190.86")], money: .sample,
    differences: [.sample, DifferencePart(heading: "Since submitted", none: "Nothing differs.")],
    submit: SubmitForm(
      action: "/benefits/1/approval/submit", seen: "ab12",
      note: FormField("note", "What should the approver know?", .area), button: "Submit"),
    approve: ApproveForm(
      action: "/benefits/1/approval/approve", seen: "ab12", button: "Approve as baseline 2",
      reason: nil),
    sendBack: ReasonForm(
      action: "/benefits/1/approval/return",
      reason: FormField("reason", "What is to be mended?", .area), isOpen: true),
    takeBackAction: "/benefits/1/approval/take-back",
    baselines: [
      BaselineLine(
        number: "1", approved: "Morag Reid, 3 April 2010, 9:05 am",
        submitted: "Iain Sinclair, 2 April 2010, 9:05 am", net: "18,000.00", cashable: "0.00",
        engine: "1", fingerprint: "ab12", href: "/benefits/1/baselines/compare?from=1",
        own: "The council has one officer.")
    ], compareHref: "/benefits/1/baselines/compare",
    past: [
      PastLine(
        state: "Sent back", when: "1 April 2010, 9:05 am", who: "Morag Reid",
        note: "First forecast", reason: "The volume is last year's.")
    ], problems: [PageProblem("Say what is to be mended.", at: "reason")],
    trail: [Link("Benefits", "/benefits")])

  static let states = [
    "first": ApprovalPage(
      benefit: "B001 Fewer visits", sections: [], state: Tag("Not submitted"),
      status: Tag(BenefitStatus.profiled), baseline: "none yet",
      lead: ["Nobody has submitted it yet."],
      note: nil, caution: nil, obstacles: [], warnings: [], figures: [], money: nil,
      differences: [], submit: nil,
      approve: ApproveForm(
        action: "/benefits/1/approval/approve", seen: "ab12", button: "Approve as baseline 1",
        reason: FormField("reason", "Why do you approve your own?", .area)),
      sendBack: nil, takeBackAction: nil,
      baselines: [], compareHref: nil, past: [], problems: [], trail: [])
  ]
}
