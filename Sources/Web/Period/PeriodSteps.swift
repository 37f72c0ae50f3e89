import Programme
import Store

/// The forms that take a period on, with what was typed into them.
struct PeriodSteps {
  let review: PeriodReview
  let typed: String
  let error: String?

  /// Says that the values are in.
  func submit() -> PeriodPage.ActionForm {
    let ask = field("note", "What should whoever closes it know? May stay blank.")
    return form("submit", "Submit for closing", ask)
  }

  /// Closes the period as it was seen.
  func close(asksWhy: Bool) -> PeriodPage.ActionForm {
    let ask = asksWhy ? field("reason", "Why do you close what you submitted?") : nil
    return form("close", "Close the period", ask, seen: review.fingerprint)
  }

  /// Sends it back.
  func sendBack() -> PeriodPage.ActionForm {
    form("return", "Send it back", field("reason", "What is still to be done?"), isQuiet: true)
  }

  /// Takes it back.
  func takeBack() -> PeriodPage.ActionForm {
    form("take-back", "Take it back", nil, isQuiet: true)
  }

  /// Opens it again.
  func reopen() -> PeriodPage.ActionForm {
    form("reopen", "Open it again", field("reason", "Why is it opened again?"), isQuiet: true)
  }

  private func field(_ name: String, _ label: String) -> FormField {
    FormField(name, label, .area, value: typed, error: error)
  }

  private func form(
    _ step: String, _ button: String, _ field: FormField?, seen: String = "", isQuiet: Bool = false
  ) -> PeriodPage.ActionForm {
    PeriodPage.ActionForm(
      action: "/periods/\(step)", span: review.span.text, seen: seen, field: field,
      button: button, style: isQuiet ? "govuk-button--secondary" : "")
  }
}
