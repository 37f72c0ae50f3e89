import Programme

extension AssumptionsPage {
  static let sample: AssumptionsPage = {
    let form = AssumptionsForm(
      typed: ["registerVersion": "3", "discountRate": "lots", "channel1.name": "Web"])
    let reading = form.cover(of: "West Lothian Council")
    return AssumptionsPage(
      form, problems: reading.problems + form.channels.problems,
      remarks: ["Somebody saved other assumptions meanwhile."],
      in: Setting(
        councilName: "West Lothian Council", code: CouncilCode(text: "S12000040"), version: 3,
        benefitCount: 90))
  }()
}
