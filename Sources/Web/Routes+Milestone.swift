import Programme

/// The routes of the plan.
extension Route {
  /// Milestones, what they wait for, and warnings.
  static let milestones: [Route] = [
    .get("/milestones", .may(.readProgramme), MilestoneHandlers.list),
    .file("/milestones.csv", .may(.readProgramme), MilestoneHandlers.table),
    .file("/milestones.xlsx", .may(.readProgramme), MilestoneHandlers.table),
    .get("/milestones/timeline", .may(.readProgramme), TimelineHandlers.show),
    .get("/milestones/new", .may(.takePart), MilestoneHandlers.new),
    .post("/milestones", .may(.takePart), MilestoneHandlers.create),
    .get("/milestones/paste", .may(.takePart), RowHandlers<PlannedMilestone>.form),
    .post("/milestones/paste", .may(.takePart), RowHandlers<PlannedMilestone>.add),
    .post("/milestones/paste/check", .may(.takePart), RowHandlers<PlannedMilestone>.check),
    .post(
      "/milestones/paste/file", .may(.takePart), body: .upload,
      RowHandlers<PlannedMilestone>.file),
    .get("/milestones/{id}", .may(.readProgramme), MilestoneHandlers.show),
    .post("/milestones/{id}", .may(.takePart), MilestoneChangeHandlers.update),
    .get("/milestones/{id}/edit", .may(.takePart), MilestoneChangeHandlers.edit),
    .get("/milestones/{id}/move", .may(.takePart), MilestoneMoveHandlers.form),
    .post("/milestones/{id}/move", .may(.takePart), MilestoneMoveHandlers.move),
    .post("/milestones/{id}/move/check", .may(.takePart), MilestoneMoveHandlers.check),
    .get("/milestones/{id}/achieve", .may(.takePart), MilestoneDayHandlers.confirmAchievement),
    .post("/milestones/{id}/achieve", .may(.takePart), MilestoneDayHandlers.achieve),
    .get("/milestones/{id}/reopen", .may(.takePart), MilestoneDayHandlers.confirmReopening),
    .post("/milestones/{id}/reopen", .may(.takePart), MilestoneDayHandlers.reopen),
    .get("/milestones/{id}/replan", .may(.coordinate), MilestoneDayHandlers.planAgain),
    .post("/milestones/{id}/replan", .may(.coordinate), MilestoneDayHandlers.replan),
    .get("/milestones/{id}/withdraw", .may(.takePart), MilestoneDayHandlers.confirmWithdrawal),
    .post("/milestones/{id}/withdraw", .may(.takePart), MilestoneDayHandlers.withdraw),
    .post("/milestones/{id}/needs", .may(.takePart), MilestoneNeedHandlers.add),
    .post("/milestones/{id}/needs/remove", .may(.takePart), MilestoneNeedHandlers.remove),
    .get("/milestones/{id}/warning", .may(.takePart), WarningHandlers.form),
    .post("/milestones/{id}/warning", .may(.takePart), WarningHandlers.warn),
    .get(
      "/milestones/{id}/warning/withdraw", .may(.takePart), WarningHandlers.confirmWithdrawal),
    .post("/milestones/{id}/warning/withdraw", .may(.takePart), WarningHandlers.withdraw),
  ]
}
