import Programme
import Store

/// What the last act achieved, as it travels in a cookie from the change to the page after it: a
/// word of a closed list, so that nobody can make us say something else.
enum NoticeCode: String, CaseIterable, Sendable {
  case signedOut, benefitAdded, benefitChanged, benefitUnchanged, benefitWithdrawn
  case importConfirmed, importUndone, importDiscarded, importChecked, columnsMatched, matchRemoved
  case boxAdded, boxChanged, boxUnchanged, boxRemoved, boxesJoined, linkRemoved
  case costAdded, costChanged, costUnchanged, costWithdrawn
  case measureAdded, measureChanged, measureWithdrawn, valuesChanged, valuesUnchanged
  case periodSubmitted, periodClosed, periodReturned, periodTakenBack, periodReopened
  case evidenceAttached, evidenceRemoved
  case forecastSubmitted, forecastApproved, forecastReturned, forecastTakenBack
  case benefitsAdded, benefitsChanged, undone
  case assumptionsConfirmed, patternKept, patternRemoved
  case scenarioKept, scenarioRemoved, runCancelled
  case viewKept, viewRemoved
  case reviewAdded, reviewAsksForecast, reviewHandsOver
  case checkSaved, shareSaved, shareRemoved, sourceSaved, sourceRemoved, duplicateDismissed
  case handoverOffered, handoverAccepted, handoverTakenBack
  case assumptionsChanged
  case issueRaised, concernRaised, issueChanged, issueUnchanged, issueMoved, issuesChanged
  case commentAdded, issueWatched, issueUnwatched, issueLinked, issueUnlinked
  case listKept, listRemoved, lessonAdded, lessonChanged, lessonUnchanged, lessonWithdrawn
  case officeSaved, readinessSaved, recordWithdrawn, activitySaved, responsibilityConfirmed
  case objectiveSaved, charterPublished, charterAccepted, otherProgrammeSaved
  case rowsAdded, noticesRead, settingsKept, calendarMade, calendarEnded
  case milestoneAdded, milestoneChanged, milestoneMoved, milestoneAchieved, milestoneReopened
  case milestoneReplanned, milestoneWithdrawn, needAdded, needRemoved
  case warningGiven, warningWithdrawn, warningGone
  case changeProposed, changeAmended, changeWithdrawn, changeChased, positionTaken
  case changeAgreed, changeRejected, changeTold, changeAcknowledged

  /// What the page says.
  var notice: Notice {
    switch self {
    case .signedOut: Notice("You are signed out")
    case .benefitAdded: Notice("Benefit recorded")
    case .benefitChanged: Notice("Benefit changed")
    case .benefitUnchanged: Notice("Nothing was changed", text: "The benefit is as it was.")
    case .benefitWithdrawn:
      Notice("Benefit withdrawn", text: "It stays in the register, and counts no longer.")
    case .boxAdded: Notice("Added to the map")
    case .boxChanged: Notice("Box changed")
    case .boxUnchanged: Notice("Nothing was changed", text: "The box is as it was.")
    case .boxRemoved: Notice("Taken off the map", text: "Its links went with it.")
    case .boxesJoined: Notice("Boxes joined")
    case .linkRemoved: Notice("Unlinked", text: "It can be put back under “Unlinked” below.")
    case .costAdded: Notice("Cost recorded")
    case .costChanged: Notice("Cost changed")
    case .costUnchanged: Notice("Nothing was changed", text: "The cost is as it was.")
    case .costWithdrawn:
      Notice("Cost withdrawn", text: "It stays with its history, and counts no longer.")
    case .measureAdded:
      Notice("Measure added", text: "Type or paste its forecast and actual values below.")
    case .measureChanged: Notice("Measure changed")
    case .measureWithdrawn:
      Notice("Measure withdrawn", text: "Its values stay, and no more come in.")
    case .valuesChanged: Notice("Values saved")
    case .valuesUnchanged: Notice("Nothing was changed", text: "The values are as they were.")
    case .periodSubmitted:
      Notice("Submitted for closing", text: "It stays open until another officer closes it.")
    case .periodClosed:
      Notice("Period closed", text: "Its values cannot be changed until somebody opens it again.")
    case .periodReturned: Notice("Sent back", text: "Its submitter sees your reason.")
    case .periodTakenBack: Notice("Taken back", text: "The period is open as before.")
    case .periodReopened: Notice("Period opened again", text: "Your reason is listed with it.")
    case .evidenceAttached:
      Notice("File attached", text: "Its fingerprint shows that it stays as it is.")
    case .evidenceRemoved: Notice("File removed", text: "Your reason is kept with its name.")
    case .forecastSubmitted:
      Notice("Submitted for approval", text: "It waits under Approvals until somebody decides.")
    case .forecastApproved:
      Notice(
        "Forecast approved", text: "What was approved is kept as a baseline and never changes.")
    case .forecastReturned: Notice("Sent back", text: "Its submitter sees your reason.")
    case .forecastTakenBack: Notice("Taken back", text: "It no longer waits for approval.")
    case .benefitsAdded: Notice("Benefits recorded")
    case .benefitsChanged: Notice("Benefits changed")
    case .undone: Notice("Undone", text: "The history keeps both.")
    case .assumptionsConfirmed: Notice("Assumptions confirmed")
    case .patternKept:
      Notice("Pattern saved", text: "It is in the library for those who may use it.")
    case .patternRemoved:
      Notice("Pattern removed", text: "Benefits that were made from it stay as they are.")
    case .scenarioKept:
      Notice("Scenario kept", text: "It holds only what you changed, and follows the register.")
    case .scenarioRemoved: Notice("Scenario removed")
    case .viewKept: Notice("Pivot kept", text: "Its figures follow the register.")
    case .viewRemoved: Notice("Pivot removed")
    case .runCancelled: Notice("Simulation cancelled")
    case .reviewAdded: Notice("Review recorded")
    case .reviewAsksForecast:
      Notice("Review recorded", text: "Change the inputs here, so that the forecast holds again.")
    case .reviewHandsOver:
      Notice("Review recorded", text: "The new owner has still to accept.")
    case .checkSaved: Notice("Saved")
    case .shareSaved: Notice("Share set")
    case .shareRemoved: Notice("Share taken off")
    case .sourceSaved: Notice("Shared source saved")
    case .sourceRemoved: Notice("Shared source removed")
    case .duplicateDismissed: Notice("Both are kept", text: "The pair is no longer shown as one.")
    case .handoverOffered:
      Notice("Hand-over offered", text: "The owner changes when the new owner accepts.")
    case .handoverAccepted: Notice("Hand-over accepted", text: "The new owner answers for it now.")
    case .handoverTakenBack: Notice("Offer taken back", text: "The owner stays.")
    case .assumptionsChanged:
      Notice("Assumptions saved", text: "Every figure of the register was worked out again.")
    case .issueRaised: Notice("Issue raised", text: "You are told of what happens to it.")
    case .concernRaised:
      Notice("Told in confidence", text: "Only the co-ordinators know of it besides you.")
    case .issueChanged: Notice("Issue changed")
    case .issueUnchanged: Notice("Nothing was changed", text: "The issue is as it was.")
    case .issueMoved: Notice("Saved")
    case .issuesChanged: Notice("Issues changed")
    case .commentAdded: Notice("Comment added")
    case .issueWatched: Notice("You are told of what happens to it")
    case .issueUnwatched: Notice("You are told of it no longer")
    case .issueLinked: Notice("Linked")
    case .issueUnlinked: Notice("Unlinked")
    case .listKept: Notice("List kept", text: "It is under “Kept lists” below the issues.")
    case .listRemoved: Notice("Kept list removed")
    case .lessonAdded: Notice("Lesson recorded", text: "Everybody in the programme can find it.")
    case .lessonChanged: Notice("Lesson changed")
    case .lessonUnchanged: Notice("Nothing was changed", text: "The lesson is as it was.")
    case .lessonWithdrawn: Notice("Lesson withdrawn", text: "It stays with its history.")
    case .officeSaved: Notice("Office saved")
    case .readinessSaved: Notice("Readiness saved")
    case .recordWithdrawn: Notice("Withdrawn", text: "It stays in the history with your reason.")
    case .activitySaved:
      Notice("Activity saved", text: "Each party whose part is new is asked to confirm it.")
    case .responsibilityConfirmed: Notice("Your part is confirmed")
    case .objectiveSaved: Notice("Objective saved")
    case .charterPublished:
      Notice("Charter published", text: "Every party is asked to accept this version.")
    case .charterAccepted: Notice("Charter accepted for your party")
    case .otherProgrammeSaved: Notice("Other programme saved")
    case .rowsAdded: Notice("Rows added")
    case .noticesRead: Notice("Marked as read")
    case .settingsKept: Notice("Choices saved")
    case .calendarMade:
      Notice("Your calendar has an address", text: "Give it to your calendar program.")
    case .calendarEnded: Notice("Stopped", text: "The address opens nothing any more.")
    case .milestoneAdded:
      Notice("Milestone recorded", text: "Say below what it waits for.")
    case .milestoneChanged: Notice("Milestone changed")
    case .milestoneMoved: Notice("Date moved", text: "The old date is kept below.")
    case .milestoneAchieved: Notice("Recorded as achieved")
    case .milestoneReopened: Notice("Taken back", text: "It is open again.")
    case .milestoneReplanned: Notice("Plan changed", text: "The old day is kept below.")
    case .milestoneWithdrawn:
      Notice("Milestone withdrawn", text: "It stays with its history, and holds nothing up.")
    case .needAdded: Notice("Added what it needs")
    case .needRemoved: Notice("Removed", text: "It waits for it no longer.")
    case .warningGiven:
      Notice(
        "Warning given", text: "Whoever depends on it was told. Move the date once you know it.")
    case .warningWithdrawn: Notice("Warning withdrawn", text: "It stays in the history.")
    case .warningGone: Notice("No warning stands any longer")
    case .changeProposed:
      Notice("Change proposed", text: "Every affected party is asked for its position.")
    case .changeAmended:
      Notice("Change amended", text: "Every affected party is asked again.")
    case .changeWithdrawn: Notice("Change withdrawn", text: "It stays here with its history.")
    case .changeChased: Notice("Reminded", text: "Who was silent and not reminded today was told.")
    case .positionTaken:
      Notice("Position taken", text: "You can change it until the change is decided.")
    case .changeAgreed:
      Notice("Change agreed", text: "The milestones and benefits that it names have moved.")
    case .changeRejected: Notice("Change rejected", text: "The plan stays as it is.")
    case .changeTold: Notice("Parties told", text: "Each is asked to acknowledge the decision.")
    case .changeAcknowledged: Notice("Acknowledged")
    case .importConfirmed:
      Notice("Import applied", text: "The register now holds what was in the file.")
    case .importUndone: Notice("Import undone", text: "The register is as it was before.")
    case .importDiscarded: Notice("File discarded", text: "The register is as it was.")
    case .importChecked: Notice("File checked again")
    case .columnsMatched:
      Notice("Columns matched", text: "Your answers are kept for the next file of your council.")
    case .matchRemoved:
      Notice("Match removed", text: "The next file is read without it.")
    }
  }
}

extension Notice {
  /// The same, with the way to undo the act.
  func offering(_ act: ID<Act>) -> Notice {
    Notice(title, text: text, link: Link("Undo", "/undo/\(act)"))
  }
}
