// The list is shown more often than any other page, so its parts answer by a switch instead of by
// looking at themselves.

extension BenefitListPage {
  func value(named name: String) -> Value? {
    switch name {
    case "summary": .text(summary)
    case "words": .text(words)
    case "filters": .parts(filters)
    case "active": .parts(active)
    case "active?": .flag(!active.isEmpty)
    case "hidden": .parts(hidden)
    case "columns": .parts(columns)
    case "rows": .parts(rows)
    case "rows?": .flag(!rows.isEmpty)
    case "totals": .parts(totals)
    case "paging": .part(paging)
    case "exports": .parts(exports)
    case "exports?": .flag(!exports.isEmpty)
    case "addHref": .text(addHref)
    case "addHref?": .flag(addHref != nil)
    case "clearHref": .text(clearHref)
    case "bulk": .part(bulk)
    case "bulk?": .flag(bulk != nil)
    default: nil
    }
  }
}

extension BenefitListPage.Column {
  func value(named name: String) -> Value? {
    switch name {
    case "text": .text(text)
    case "href": .text(href)
    case "href?": .flag(href != nil)
    case "second": .text(second)
    case "second?": .flag(!second.isEmpty)
    case "secondHref": .text(secondHref)
    case "secondHref?": .flag(secondHref != nil)
    case "order": .text(order)
    case "style": .text(style)
    default: nil
    }
  }
}

extension BenefitListPage.Row {
  func value(named name: String) -> Value? {
    switch name {
    case "id": .text(id)
    case "isOwn": .flag(isOwn)
    case "href": .text(href)
    case "reference": .text(reference)
    case "title": .text(title)
    case "council": .text(council)
    case "service": .text(service)
    case "owner": .text(owner)
    case "status": .text(status)
    case "statusStyle": .text(statusStyle)
    case "kind": .text(kind)
    case "method": .text(method)
    case "gross": .text(gross)
    case "netName": .text(netName)
    case "cashableName": .text(cashableName)
    case "net": .text(net)
    case "cashable": .text(cashable)
    case "visibility": .text(visibility)
    default: nil
    }
  }
}

extension FormField {
  func value(named name: String) -> Value? {
    switch name {
    case "id": .text(id)
    case "name": .text(self.name)
    case "label": .text(label)
    case "value": .text(value)
    case "hint": .part(hint)
    case "error": .part(error)
    case "describedBy": .text(describedBy)
    case "prefix": .text(prefix)
    case "suffix": .text(suffix)
    case "width": .text(width)
    case "keys": .text(keys)
    case "isText": .flag(isText)
    case "isArea": .flag(isArea)
    case "isDay": .flag(isDay)
    case "isSelect": .flag(isSelect)
    case "options": .parts(options)
    default: nil
    }
  }
}

extension Choice {
  func value(named name: String) -> Value? {
    switch name {
    case "id": .text(id)
    case "name": .text(self.name)
    case "value": .text(value)
    case "text": .text(text)
    case "isChosen": .flag(isChosen)
    default: nil
    }
  }
}

extension Figure {
  func value(named name: String) -> Value? {
    switch name {
    case "label": .text(label)
    case "value": .text(value)
    case "note": .text(note)
    case "working": .part(working)
    default: nil
    }
  }
}
