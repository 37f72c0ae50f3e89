import Programme

extension Route {
  /// The plan changes.
  static let changes: [Route] = [
    .get("/changes", .may(.readProgramme), ChangeHandlers.list),
    .file("/changes.csv", .may(.readProgramme), ChangeHandlers.table),
    .file("/changes.xlsx", .may(.readProgramme), ChangeHandlers.table),
    .post("/changes", .may(.takePart), ChangeProposalHandlers.create),
    .get("/changes/new", .may(.takePart), ChangeProposalHandlers.new),
    .get("/changes/{number}", .may(.readProgramme), ChangeHandlers.show),
    .get("/changes/{number}/plan", .may(.readProgramme), ChangeHandlers.plan),
    .get("/changes/{number}/amend", .may(.takePart), ChangeProposalHandlers.edit),
    .post("/changes/{number}/amend", .may(.takePart), ChangeProposalHandlers.amend),
    .post("/changes/{number}/adopt", .may(.takePart), ChangeHandlers.adopt),
    .post("/changes/{number}/chase", .may(.takePart), ChangeHandlers.chase),
    .get("/changes/{number}/withdraw", .may(.takePart), ChangeProposalHandlers.confirmWithdrawal),
    .post("/changes/{number}/withdraw", .may(.takePart), ChangeProposalHandlers.withdraw),
    .get("/changes/{number}/position", .may(.takePart), ChangeAnswerHandlers.position),
    .post("/changes/{number}/position", .may(.takePart), ChangeAnswerHandlers.takePosition),
    .get("/changes/{number}/acknowledge", .may(.takePart), ChangeAnswerHandlers.acknowledgement),
    .post("/changes/{number}/acknowledge", .may(.takePart), ChangeAnswerHandlers.acknowledge),
    .get("/changes/{number}/decide", .may(.takePart), ChangeDecisionHandlers.decision),
    .post("/changes/{number}/decide", .may(.takePart), ChangeDecisionHandlers.decide),
    .get("/changes/{number}/tell", .may(.takePart), ChangeDecisionHandlers.telling),
    .post("/changes/{number}/tell", .may(.takePart), ChangeDecisionHandlers.tell),
  ]
}
