import Programme

/// Every route there is, who may use it, and what does the work.
extension Route {
  static let all: [Route] =
    watching + session + start + notices
    + benefits + patterns + measures + approvals + reviews + honesty
    + costs + map + parties
    + issues + changes + councils + milestones + calculator + imports + record + api

  private static let watching: [Route] = [
    .machine("/live", .anyone, WatchHandlers.live),
    .machine("/ready", .anyone, WatchHandlers.ready),
    .machine("/metrics", .anyone, WatchHandlers.metrics),
    .machine("/assets/{name}", .anyone, WatchHandlers.asset),
  ]

  private static let session: [Route] = [
    .get("/sign-in", .anyone, SessionHandlers.form),
    .post("/sign-in", .anyone, SessionHandlers.create),
    .post("/sign-out", .signedIn, SessionHandlers.end),
  ]

  private static let start: [Route] = [
    .get("/", .signedIn, StartHandlers.show),
    .get("/help", .anyone, HelpHandlers.help),
    .get("/accessibility", .anyone, HelpHandlers.accessibility),
  ]

  private static let notices: [Route] = [
    .get("/notices", .signedIn, NoticeHandlers.list),
    .file("/notices.csv", .signedIn, NoticeHandlers.table),
    .file("/notices.xlsx", .signedIn, NoticeHandlers.table),
    .post("/notices/read", .signedIn, NoticeHandlers.markAll),
    .post("/notices/{id}/open", .signedIn, NoticeHandlers.open),
    .post("/notices/{id}/mark", .signedIn, NoticeHandlers.mark),
    .get("/notices/settings", .signedIn, NoticeSettingsHandlers.show),
    .post("/notices/settings", .signedIn, NoticeSettingsHandlers.save),
    .post("/notices/calendar", .signedIn, NoticeSettingsHandlers.makeCalendar),
    .post("/notices/calendar/end", .signedIn, NoticeSettingsHandlers.endCalendar),
    .machine("/calendar/{token}.ics", .anyone, CalendarHandlers.show),
    .get("/unsubscribe/{token}", .anyone, UnsubscribeHandlers.ask),
    .proven("/unsubscribe/{token}", UnsubscribeHandlers.end),
  ]

  private static let benefits: [Route] = [
    .get("/benefits", .may(.readBenefits), BenefitHandlers.list),
    .file("/benefits.csv", .may(.readBenefits), BenefitHandlers.table),
    .file("/benefits.xlsx", .may(.readBenefits), BenefitHandlers.table),
    .post("/benefits", .may(.writeBenefits), BenefitHandlers.create),
    .get("/benefits/new", .may(.writeBenefits), BenefitHandlers.new),
    .post("/benefits/figures", .may(.writeBenefits), BenefitHandlers.figures),
    .get("/benefits/bulk", .may(.writeBenefits), BulkHandlers.choose),
    .post("/benefits/bulk", .may(.writeBenefits), BulkHandlers.change),
    .post("/benefits/bulk/check", .may(.writeBenefits), BulkHandlers.check),
    .get("/benefits/paste", .may(.writeBenefits), PasteHandlers.form),
    .post("/benefits/paste", .may(.writeBenefits), PasteHandlers.add),
    .post("/benefits/paste/check", .may(.writeBenefits), PasteHandlers.check),
    .get("/benefits/pivot", .may(.readBenefits), PivotHandlers.show),
    .file("/benefits/pivot.csv", .may(.readBenefits), PivotHandlers.table),
    .file("/benefits/pivot.xlsx", .may(.readBenefits), PivotHandlers.table),
    .post("/benefits/pivot/views", .may(.readBenefits), PivotHandlers.keep),
    .post("/benefits/pivot/views/{id}/remove", .may(.readBenefits), PivotHandlers.remove),
    .get("/benefits/{id}", .may(.readBenefits), BenefitHandlers.show),
    .post("/benefits/{id}", .may(.writeBenefits), BenefitChangeHandlers.update),
    .get("/benefits/{id}/edit", .may(.writeBenefits), BenefitChangeHandlers.edit),
    .get("/benefits/{id}/withdraw", .may(.writeBenefits), BenefitChangeHandlers.confirmWithdrawal),
    .post("/benefits/{id}/withdraw", .may(.writeBenefits), BenefitChangeHandlers.withdraw),
  ]

  private static let measures: [Route] = [
    .get("/benefits/{id}/measures", .may(.readBenefits), MeasureHandlers.list),
    .file("/benefits/{id}/measures.csv", .may(.readBenefits), MeasureHandlers.table),
    .file("/benefits/{id}/measures.xlsx", .may(.readBenefits), MeasureHandlers.table),
    .post("/benefits/{id}/measures", .may(.writeBenefits), MeasureHandlers.create),
    .get("/benefits/{id}/measures/new", .may(.writeBenefits), MeasureHandlers.new),
    .get("/benefits/{id}/measures/{measure}", .may(.readBenefits), SeriesHandlers.show),
    .post("/benefits/{id}/measures/{measure}", .may(.writeBenefits), SeriesHandlers.save),
    .file(
      "/benefits/{id}/measures/{measure}/values.csv", .may(.readBenefits), SeriesHandlers.table),
    .file(
      "/benefits/{id}/measures/{measure}/values.xlsx", .may(.readBenefits), SeriesHandlers.table),
    .post("/benefits/{id}/measures/{measure}/paste", .may(.writeBenefits), SeriesHandlers.paste),
    .get("/benefits/{id}/measures/{measure}/edit", .may(.writeBenefits), MeasureHandlers.edit),
    .post("/benefits/{id}/measures/{measure}/edit", .may(.writeBenefits), MeasureHandlers.update),
    .get(
      "/benefits/{id}/measures/{measure}/withdraw", .may(.writeBenefits),
      MeasureHandlers.confirmWithdrawal),
    .post(
      "/benefits/{id}/measures/{measure}/withdraw", .may(.writeBenefits), MeasureHandlers.withdraw),
  ]

  private static let costs: [Route] = [
    .get("/costs", .may(.readBenefits), CostHandlers.list),
    .file("/costs.csv", .may(.readBenefits), CostHandlers.table),
    .file("/costs.xlsx", .may(.readBenefits), CostHandlers.table),
    .post("/costs", .may(.writeBenefits), CostHandlers.create),
    .get("/costs/new", .may(.writeBenefits), CostHandlers.new),
    .get("/costs/{id}", .may(.readBenefits), CostHandlers.show),
    .post("/costs/{id}", .may(.writeBenefits), CostChangeHandlers.update),
    .get("/costs/{id}/edit", .may(.writeBenefits), CostChangeHandlers.edit),
    .get("/costs/{id}/actuals", .may(.writeBenefits), CostChangeHandlers.actuals),
    .post("/costs/{id}/actuals", .may(.writeBenefits), CostChangeHandlers.record),
    .get("/costs/{id}/withdraw", .may(.writeBenefits), CostChangeHandlers.confirmWithdrawal),
    .post("/costs/{id}/withdraw", .may(.writeBenefits), CostChangeHandlers.withdraw),
    .get("/worth", .may(.readBenefits), WorthHandlers.programme),
    .file("/worth.csv", .may(.readBenefits), WorthHandlers.table),
    .file("/worth.xlsx", .may(.readBenefits), WorthHandlers.table),
    .get("/councils/{code}/worth", .may(.readBenefits), WorthHandlers.council),
  ]

  private static let reviews: [Route] = [
    .get("/reviews", .may(.readBenefits), ReviewHandlers.list),
    .file("/reviews.csv", .may(.readBenefits), ReviewHandlers.table),
    .file("/reviews.xlsx", .may(.readBenefits), ReviewHandlers.table),
    .get("/benefits/{id}/reviews", .may(.readBenefits), ReviewHandlers.ofBenefit),
    .file("/benefits/{id}/reviews.csv", .may(.readBenefits), ReviewHandlers.benefitTable),
    .file("/benefits/{id}/reviews.xlsx", .may(.readBenefits), ReviewHandlers.benefitTable),
    .get("/benefits/{id}/reviews/compare", .may(.readBenefits), ReviewHandlers.compare),
    .get("/benefits/{id}/reviews/new", .may(.writeBenefits), ReviewChangeHandlers.new),
    .post("/benefits/{id}/reviews", .may(.writeBenefits), ReviewChangeHandlers.create),
    .get("/benefits/{id}/handover", .may(.writeBenefits), HandoverHandlers.show),
    .post("/benefits/{id}/handover", .may(.writeBenefits), HandoverHandlers.offer),
    .post("/benefits/{id}/handover/accept", .may(.writeBenefits), HandoverHandlers.accept),
    .post(
      "/benefits/{id}/handover/take-back", .may(.writeBenefits), HandoverHandlers.takeBack),
  ]

  private static let honesty: [Route] = [
    .get("/benefits/honesty", .may(.readBenefits), HonestyHandlers.show),
    .file("/benefits/honesty.csv", .may(.readBenefits), HonestyHandlers.table),
    .file("/benefits/honesty.xlsx", .may(.readBenefits), HonestyHandlers.table),
    .get("/benefits/duplicates", .may(.readBenefits), HonestyHandlers.duplicates),
    .file("/benefits/duplicates.csv", .may(.readBenefits), HonestyHandlers.duplicateTable),
    .file("/benefits/duplicates.xlsx", .may(.readBenefits), HonestyHandlers.duplicateTable),
    .post("/benefits/duplicates/dismiss", .may(.writeBenefits), HonestyHandlers.dismiss),
    .get("/benefits/sources", .may(.readBenefits), SourceHandlers.list),
    .file("/benefits/sources.csv", .may(.readBenefits), SourceHandlers.table),
    .file("/benefits/sources.xlsx", .may(.readBenefits), SourceHandlers.table),
    .get("/benefits/sources/new", .may(.writeBenefits), SourceHandlers.new),
    .post("/benefits/sources", .may(.writeBenefits), SourceHandlers.create),
    .get("/benefits/sources/{id}", .may(.readBenefits), SourceHandlers.show),
    .get("/benefits/sources/{id}/edit", .may(.writeBenefits), SourceHandlers.edit),
    .post("/benefits/sources/{id}", .may(.writeBenefits), SourceHandlers.update),
    .post("/benefits/sources/{id}/remove", .may(.writeBenefits), SourceHandlers.remove),
    .get("/benefits/{id}/checks", .may(.readBenefits), CheckHandlers.show),
    .get("/benefits/{id}/checks/edit", .may(.writeBenefits), CheckHandlers.edit),
    .post("/benefits/{id}/checks", .may(.writeBenefits), CheckHandlers.save),
    .post("/benefits/{id}/shares", .may(.writeBenefits), CheckHandlers.share),
  ]

  private static let map: [Route] = [
    .get("/map", .may(.readBenefits), MapHandlers.show),
    .file("/map.csv", .may(.readBenefits), MapHandlers.table),
    .file("/map.xlsx", .may(.readBenefits), MapHandlers.table),
    .get("/benefits/{id}/map", .may(.readBenefits), MapHandlers.benefit),
    .post("/map/nodes", .may(.writeBenefits), MapNodeHandlers.create),
    .get("/map/nodes/new", .may(.writeBenefits), MapNodeHandlers.new),
    .get("/map/nodes/{id}", .may(.readBenefits), MapNodeHandlers.show),
    .post("/map/nodes/{id}", .may(.writeBenefits), MapNodeHandlers.update),
    .get("/map/nodes/{id}/edit", .may(.writeBenefits), MapNodeHandlers.edit),
    .get("/map/nodes/{id}/remove", .may(.writeBenefits), MapNodeHandlers.confirmRemoval),
    .post("/map/nodes/{id}/remove", .may(.writeBenefits), MapNodeHandlers.remove),
    .post("/map/links", .may(.writeBenefits), MapLinkHandlers.create),
    .post("/map/links/{id}/remove", .may(.writeBenefits), MapLinkHandlers.remove),
    .post("/map/links/{id}/restore", .may(.writeBenefits), MapLinkHandlers.restore),
  ]

  private static let approvals: [Route] = [
    .get("/approvals", .may(.readBenefits), ApprovalHandlers.list),
    .file("/approvals.csv", .may(.readBenefits), ApprovalHandlers.table),
    .file("/approvals.xlsx", .may(.readBenefits), ApprovalHandlers.table),
    .get("/benefits/{id}/approval", .may(.readBenefits), ApprovalHandlers.show),
    .post("/benefits/{id}/approval/submit", .may(.writeBenefits), ApprovalHandlers.submit),
    .post("/benefits/{id}/approval/approve", .may(.writeBenefits), ApprovalHandlers.approve),
    .post("/benefits/{id}/approval/return", .may(.writeBenefits), ApprovalHandlers.sendBack),
    .post("/benefits/{id}/approval/take-back", .may(.writeBenefits), ApprovalHandlers.takeBack),
    .get("/benefits/{id}/baselines/compare", .may(.readBenefits), ApprovalHandlers.compare),
    .get("/periods", .may(.readBenefits), PeriodHandlers.list),
    .file("/periods.csv", .may(.readBenefits), PeriodHandlers.table),
    .file("/periods.xlsx", .may(.readBenefits), PeriodHandlers.table),
    .get("/periods/check", .may(.readBenefits), PeriodHandlers.show),
    .post("/periods/submit", .may(.writeBenefits), PeriodHandlers.submit),
    .post("/periods/close", .may(.writeBenefits), PeriodHandlers.close),
    .post("/periods/return", .may(.writeBenefits), PeriodHandlers.sendBack),
    .post("/periods/take-back", .may(.writeBenefits), PeriodHandlers.takeBack),
    .post("/periods/reopen", .may(.writeBenefits), PeriodHandlers.reopen),
    .get("/benefits/{id}/evidence", .may(.readBenefits), EvidenceHandlers.list),
    .post(
      "/benefits/{id}/evidence", .may(.writeBenefits), body: .upload,
      limitBytes: EvidenceLimit.requestBytes, EvidenceHandlers.attach),
    .file("/benefits/{id}/evidence/{file}", .may(.readBenefits), EvidenceHandlers.file),
    .get(
      "/benefits/{id}/evidence/{file}/remove", .may(.writeBenefits),
      EvidenceHandlers.confirmRemoval),
    .post("/benefits/{id}/evidence/{file}/remove", .may(.writeBenefits), EvidenceHandlers.remove),
  ]

  private static let issues: [Route] = [
    .get("/issues", .may(.readProgramme), IssueHandlers.list),
    .file("/issues.csv", .may(.readProgramme), IssueHandlers.table),
    .file("/issues.xlsx", .may(.readProgramme), IssueHandlers.table),
    .post("/issues", .may(.takePart), IssueHandlers.create),
    .get("/issues/new", .may(.takePart), IssueHandlers.new),
    .get("/issues/bulk", .may(.takePart), IssueBulkHandlers.choose),
    .post("/issues/bulk", .may(.takePart), IssueBulkHandlers.change),
    .post("/issues/bulk/check", .may(.takePart), IssueBulkHandlers.check),
    .get("/issues/paste", .may(.takePart), RowHandlers<Issue>.form),
    .post("/issues/paste", .may(.takePart), RowHandlers<Issue>.add),
    .post("/issues/paste/check", .may(.takePart), RowHandlers<Issue>.check),
    .post("/issues/paste/file", .may(.takePart), body: .upload, RowHandlers<Issue>.file),
    .post("/issues/views", .may(.readProgramme), IssueViewHandlers.keep),
    .post("/issues/views/{id}/remove", .may(.readProgramme), IssueViewHandlers.remove),
    .get("/issues/{number}", .may(.readProgramme), IssueHandlers.show),
    .post("/issues/{number}", .may(.takePart), IssueChangeHandlers.update),
    .get("/issues/{number}/edit", .may(.takePart), IssueChangeHandlers.edit),
    .get("/issues/{number}/steps/{step}", .may(.takePart), IssueChangeHandlers.step),
    .post("/issues/{number}/steps/{step}", .may(.takePart), IssueChangeHandlers.take),
    .post("/issues/{number}/comments", .may(.takePart), IssueTalkHandlers.comment),
    .post("/issues/{number}/watch", .may(.readProgramme), IssueTalkHandlers.watch),
    .post("/issues/{number}/unwatch", .may(.readProgramme), IssueTalkHandlers.unwatch),
    .post("/issues/{number}/links", .may(.takePart), IssueTalkHandlers.link),
    .post("/issues/{number}/links/{id}/remove", .may(.takePart), IssueTalkHandlers.unlink),
    .get("/lessons", .may(.readProgramme), LessonHandlers.list),
    .file("/lessons.csv", .may(.readProgramme), LessonHandlers.table),
    .file("/lessons.xlsx", .may(.readProgramme), LessonHandlers.table),
    .post("/lessons", .may(.takePart), LessonHandlers.create),
    .get("/lessons/new", .may(.takePart), LessonHandlers.new),
    .get("/lessons/{id}", .may(.readProgramme), LessonHandlers.show),
    .post("/lessons/{id}", .may(.takePart), LessonChangeHandlers.update),
    .get("/lessons/{id}/edit", .may(.takePart), LessonChangeHandlers.edit),
    .get("/lessons/{id}/withdraw", .may(.takePart), LessonChangeHandlers.confirmWithdrawal),
    .post("/lessons/{id}/withdraw", .may(.takePart), LessonChangeHandlers.withdraw),
  ]

  private static let patterns: [Route] = [
    .get("/patterns", .may(.readBenefits), PatternHandlers.list),
    .file("/patterns.csv", .may(.readBenefits), PatternHandlers.table),
    .file("/patterns.xlsx", .may(.readBenefits), PatternHandlers.table),
    .get("/patterns/{id}", .may(.readBenefits), PatternHandlers.show),
    .post("/patterns/{id}/remove", .may(.writeBenefits), PatternHandlers.remove),
    .get("/benefits/{id}/pattern", .may(.writeBenefits), KeepPatternHandlers.form),
    .post("/benefits/{id}/pattern", .may(.writeBenefits), KeepPatternHandlers.keep),
    .get("/benefits/{id}/assumptions", .may(.readBenefits), AssumptionHandlers.show),
    .post("/benefits/{id}/assumptions", .may(.writeBenefits), AssumptionHandlers.confirm),
  ]

  private static let councils: [Route] = [
    .get("/councils", .may(.readParties), CouncilHandlers.list),
    .file("/councils.csv", .may(.readParties), CouncilHandlers.table),
    .file("/councils.xlsx", .may(.readParties), CouncilHandlers.table),
    .get("/assumptions", .may(.writeBenefits), AssumptionsHandlers.edit),
    .post("/assumptions", .may(.writeBenefits), AssumptionsHandlers.update),
    .get("/councils/{code}", .may(.readParties), CouncilHandlers.show),
    .file("/councils/{code}/export.csv", .may(.readBenefits), CouncilHandlers.registerTable),
    .file("/councils/{code}/export.xlsx", .may(.readBenefits), CouncilHandlers.registerTable),
    .file("/councils/{code}/export/workbook", .may(.readBenefits), CouncilHandlers.workbook),
    .file(
      "/councils/{code}/export/workbook.xlsx", .may(.readBenefits), CouncilHandlers.excelWorkbook),
    .file(
      "/councils/{code}/export/concordat.xml", .may(.readBenefits), CouncilHandlers.concordatXML),
  ]

  private static let parties: [Route] = [
    .get("/programme", .may(.readProgramme), GridHandlers.show),
    .file("/programme.csv", .may(.readProgramme), GridHandlers.table),
    .file("/programme.xlsx", .may(.readProgramme), GridHandlers.table),
    .get("/partners", .may(.readParties), PartnerHandlers.list),
    .file("/partners.csv", .may(.readParties), PartnerHandlers.table),
    .file("/partners.xlsx", .may(.readParties), PartnerHandlers.table),
    .get("/partners/{id}", .may(.readParties), PartnerHandlers.show),
    .get("/councils/{code}/readiness", .may(.takePart), ReadinessHandlers.edit),
    .post("/councils/{code}/readiness", .may(.takePart), ReadinessHandlers.update),
    .get("/responsibilities", .may(.readProgramme), ResponsibilityHandlers.show),
    .file("/responsibilities.csv", .may(.readProgramme), ResponsibilityHandlers.table),
    .file("/responsibilities.xlsx", .may(.readProgramme), ResponsibilityHandlers.table),
    .get("/responsibilities/new", .may(.coordinate), ActivityHandlers.new),
    .post("/responsibilities", .may(.coordinate), ActivityHandlers.create),
    .get("/responsibilities/paste", .may(.coordinate), RowHandlers<AssignedActivity>.form),
    .post("/responsibilities/paste", .may(.coordinate), RowHandlers<AssignedActivity>.add),
    .post("/responsibilities/paste/check", .may(.coordinate), RowHandlers<AssignedActivity>.check),
    .post(
      "/responsibilities/paste/file", .may(.coordinate), body: .upload,
      RowHandlers<AssignedActivity>.file),
    .post("/responsibilities/confirm", .may(.takePart), ResponsibilityHandlers.confirmAll),
    .get("/responsibilities/{id}", .may(.readProgramme), ResponsibilityHandlers.activity),
    .post("/responsibilities/{id}", .may(.coordinate), ActivityHandlers.update),
    .get("/responsibilities/{id}/edit", .may(.coordinate), ActivityHandlers.edit),
    .post("/responsibilities/{id}/confirm", .may(.takePart), ResponsibilityHandlers.confirm),
    .get(
      "/responsibilities/{id}/withdraw", .may(.coordinate), ActivityHandlers.confirmWithdrawal),
    .post("/responsibilities/{id}/withdraw", .may(.coordinate), ActivityHandlers.withdraw),
    .get("/objectives", .may(.readProgramme), ObjectiveHandlers.list),
    .file("/objectives.csv", .may(.readProgramme), ObjectiveHandlers.table),
    .file("/objectives.xlsx", .may(.readProgramme), ObjectiveHandlers.table),
    .get("/objectives/new", .may(.coordinate), ObjectiveHandlers.new),
    .post("/objectives", .may(.coordinate), ObjectiveHandlers.create),
    .get("/objectives/{id}", .may(.readProgramme), ObjectiveHandlers.show),
    .post("/objectives/{id}", .may(.coordinate), ObjectiveHandlers.update),
    .get("/objectives/{id}/edit", .may(.coordinate), ObjectiveHandlers.edit),
    .get("/objectives/{id}/withdraw", .may(.coordinate), ObjectiveHandlers.confirmWithdrawal),
    .post("/objectives/{id}/withdraw", .may(.coordinate), ObjectiveHandlers.withdraw),
    .get("/charter", .may(.readProgramme), CharterHandlers.show),
    .file("/charter.csv", .may(.readProgramme), CharterHandlers.table),
    .file("/charter.xlsx", .may(.readProgramme), CharterHandlers.table),
    .get("/charter/new", .may(.coordinate), CharterHandlers.new),
    .post("/charter", .may(.coordinate), CharterHandlers.publish),
    .post("/charter/accept", .may(.takePart), CharterHandlers.accept),
    .get("/charter/{number}", .may(.readProgramme), CharterHandlers.version),
    .get("/other-programmes", .may(.readProgramme), OtherProgrammeHandlers.list),
    .file("/other-programmes.csv", .may(.readProgramme), OtherProgrammeHandlers.table),
    .file("/other-programmes.xlsx", .may(.readProgramme), OtherProgrammeHandlers.table),
    .get("/other-programmes/new", .may(.coordinate), OtherProgrammeHandlers.new),
    .post("/other-programmes", .may(.coordinate), OtherProgrammeHandlers.create),
    .get("/other-programmes/{id}", .may(.readProgramme), OtherProgrammeHandlers.show),
    .post("/other-programmes/{id}", .may(.coordinate), OtherProgrammeHandlers.update),
    .get("/other-programmes/{id}/edit", .may(.coordinate), OtherProgrammeHandlers.edit),
    .get(
      "/other-programmes/{id}/withdraw", .may(.coordinate),
      OtherProgrammeHandlers.confirmWithdrawal),
    .post("/other-programmes/{id}/withdraw", .may(.coordinate), OtherProgrammeHandlers.withdraw),
    .get("/offices", .may(.readProgramme), OfficeHandlers.list),
    .file("/offices.csv", .may(.readProgramme), OfficeHandlers.table),
    .file("/offices.xlsx", .may(.readProgramme), OfficeHandlers.table),
    .get("/offices/new", .may(.takePart), OfficeHandlers.new),
    .post("/offices", .may(.takePart), OfficeHandlers.create),
    .post("/offices/{id}", .may(.takePart), OfficeHandlers.update),
    .get("/offices/{id}/edit", .may(.takePart), OfficeHandlers.edit),
    .get("/offices/{id}/withdraw", .may(.takePart), OfficeHandlers.confirmWithdrawal),
    .post("/offices/{id}/withdraw", .may(.takePart), OfficeHandlers.withdraw),
  ]

  private static let calculator: [Route] = [
    .get("/calculator", .may(.readBenefits), CalculatorHandlers.show),
    .get("/calculator/figures", .may(.readBenefits), CalculatorHandlers.figures),
    .get("/calculator/try", .may(.readBenefits), TryHandlers.show),
    .get("/calculator/try/figures", .may(.readBenefits), TryHandlers.figures),
    .get("/calculator/working", .may(.readBenefits), CalculatorHandlers.working),
    .get("/calculator/scenarios", .may(.readBenefits), ScenarioHandlers.list),
    .post("/calculator/scenarios", .may(.readBenefits), ScenarioHandlers.keep),
    .post("/calculator/scenarios/{id}/remove", .may(.readBenefits), ScenarioHandlers.remove),
    .file("/calculator/proof.zip", .may(.readBenefits), CalculatorHandlers.proof),
    .get("/calculator/sensitivity", .may(.readBenefits), SimulationHandlers.sensitivity),
    .post("/calculator/runs", .may(.readBenefits), SimulationHandlers.ask),
    .get("/calculator/runs/{id}", .may(.readBenefits), SimulationHandlers.show),
    .post("/calculator/runs/{id}/cancel", .may(.readBenefits), SimulationHandlers.cancel),
  ]

  private static let imports: [Route] = [
    .get("/imports", .may(.writeBenefits), ImportHandlers.list),
    .file("/imports.csv", .may(.writeBenefits), ImportHandlers.table),
    .file("/imports.xlsx", .may(.writeBenefits), ImportHandlers.table),
    .get("/imports/new", .may(.writeBenefits), ImportHandlers.new),
    .post("/imports", .may(.writeBenefits), body: .upload, ImportHandlers.upload),
    .get("/imports/{id}", .may(.writeBenefits), ImportHandlers.show),
    .get("/imports/matches", .may(.writeBenefits), ColumnHandlers.list),
    .file("/imports/matches.csv", .may(.writeBenefits), ColumnHandlers.table),
    .file("/imports/matches.xlsx", .may(.writeBenefits), ColumnHandlers.table),
    .post("/imports/matches/{id}/remove", .may(.writeBenefits), ColumnHandlers.remove),
    .get("/imports/{id}/columns", .may(.writeBenefits), ColumnHandlers.show),
    .post("/imports/{id}/columns", .may(.writeBenefits), ColumnHandlers.match),
    .post("/imports/{id}/check", .may(.writeBenefits), ImportHandlers.check),
    .post("/imports/{id}/discard", .may(.writeBenefits), ImportHandlers.discard),
    .post("/imports/{id}/confirm", .may(.writeBenefits), ImportHandlers.confirm),
    .post("/imports/{id}/undo", .may(.writeBenefits), ImportHandlers.undo),
    .file("/imports/{id}/file", .may(.writeBenefits), ImportHandlers.file),
  ]

  private static let record: [Route] = [
    .get("/audit", .may(.readJournal), JournalHandlers.list),
    .file("/audit.csv", .may(.readJournal), JournalHandlers.table),
    .file("/audit.xlsx", .may(.readJournal), JournalHandlers.table),
    .post("/drafts", .may(.writeBenefits), DraftHandlers.save),
    .post("/drafts/discard", .may(.writeBenefits), DraftHandlers.discard),
    .get("/undo/{id}", .may(.writeBenefits), UndoHandlers.show),
    .post("/undo/{id}", .may(.writeBenefits), UndoHandlers.undo),
  ]

  private static let api: [Route] = [
    .machine("/api/v1/openapi.json", .anyone, CalculationAPI.description),
    .api("/api/v1/calculations", .signedIn, CalculationAPI.calculate),
  ]
}
