// Runs after GOV.UK Frontend, in the same module: everything here only makes a page nicer.

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
initAll();

// "/" goes to the search of a list, except where somebody types.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
  const search = document.querySelector("input[type=search]");
  if (!search) return;
  event.preventDefault();
  search.focus();
});

// On a list "j" and "k" walk from row to row and "x" ticks one; "n" begins a new record.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("select, textarea, [contenteditable], input:not([type=checkbox])");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "n") {
    const begin = document.querySelector("[data-key=n]");
    if (begin) begin.click();
    return;
  }
  const rows = [...document.querySelectorAll("[data-rows] tbody tr")];
  if (rows.length === 0 || !"jkx".includes(event.key)) return;
  const here = rows.indexOf(event.target.closest("tr"));
  if (event.key === "x") {
    rows[here]?.querySelector("input[type=checkbox]")?.click();
    return;
  }
  const next = rows[here + (event.key === "j" ? 1 : -1)] ?? (here < 0 ? rows[0] : undefined);
  next?.querySelector("th a")?.focus();
});

// A filter that is chosen from a list leaves blanks out of the address.
for (const form of document.querySelectorAll("form[method=get]")) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.name && !field.value) field.disabled = true;
  });
}

// Filters are folded away where they would push the list off the screen.
if (matchMedia("(max-width: 1179px)").matches) {
  for (const fold of document.querySelectorAll(".app-filter__fold")) fold.open = false;
}

// What leads into a folded part opens it.
const unfold = () => {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  for (let part = target; part; part = part.parentElement) {
    if (part.tagName === "DETAILS") part.open = true;
  }
};
window.addEventListener("hashchange", unfold);
unfold();

// What is folded away on a page of workings is open while it is printed.
const folded = () => document.querySelectorAll(".app-printed details:not([open])");
let opened = [];
window.addEventListener("beforeprint", () => {
  opened = [...folded()];
  for (const part of opened) part.open = true;
});
window.addEventListener("afterprint", () => {
  for (const part of opened) part.open = false;
});

// The calculator answers while somebody types: the figures are asked for anew and put in place,
// the address follows, and what stands against an input is shown at it. A form that records
// something asks in the same way, and its address stays.
const live = document.querySelector("form[data-live]");
// A field named "method" would stand in the way of the form's own.
const isRecording = live?.getAttribute("method") === "post";

const showFaults = (answer) => {
  for (const old of live.querySelectorAll(".govuk-error-message")) old.remove();
  for (const field of live.querySelectorAll(".govuk-input--error")) {
    field.classList.remove("govuk-input--error");
    field.removeAttribute("aria-invalid");
  }
  for (const fault of answer.querySelectorAll("[data-fault]")) {
    const field = document.getElementById(fault.dataset.fault);
    if (!field) continue;
    const words = document.createElement("p");
    words.className = "govuk-error-message";
    words.id = `${field.id}-error`;
    words.textContent = fault.textContent;
    (field.closest(".govuk-input__wrapper") ?? field).before(words);
    field.classList.add("govuk-input--error");
    field.setAttribute("aria-invalid", "true");
    const hint = document.getElementById(`${field.id}-hint`);
    field.setAttribute("aria-describedby", [hint?.id, words.id].filter(Boolean).join(" "));
  }
};

const showFigures = (html) => {
  const place = document.getElementById("calculator-figures");
  place.innerHTML = html;
  const { query, headline, announcement } = place.firstElementChild.dataset;
  showFaults(place);
  if (isRecording) {
    document.getElementById("calculator-status").textContent = announcement;
    return;
  }
  const title = document.title.replace(/^Error: /, "");
  const isWrong = document.querySelector("[data-fault], .govuk-error-message") !== null;
  document.title = isWrong ? `Error: ${title}` : title;
  if (!isWrong) document.querySelector(".govuk-error-summary")?.remove();
  history.replaceState(null, "", live.getAttribute("action") + query);
  for (const field of document.querySelectorAll("[data-calculator-query]")) field.value = query;
  for (const words of document.querySelectorAll("[data-headline-here]")) words.textContent = headline;
  document.getElementById("calculator-status").textContent = announcement;
};

if (live) {
  let timer;
  let asking;
  const results = document.querySelector(".app-calculator__results");
  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    results.setAttribute("aria-busy", "true");
    try {
      const typed = new URLSearchParams(new FormData(live));
      const answer = isRecording
        ? await fetch(live.dataset.live, { method: "POST", body: typed, signal })
        : await fetch(`${live.dataset.live}?${typed}`, { signal });
      if (!answer.ok) throw new Error(answer.statusText);
      showFigures(await answer.text());
    } catch {
      // A later question took its place; or the button still works out what could not be asked.
      if (signal.aborted) return;
    }
    results.removeAttribute("aria-busy");
  };
  live.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 250);
  });
}

// A page that waits for something looks again by itself, until there is nothing more to wait for.
const lookAgain = () => {
  const waiting = document.querySelector("[data-poll]");
  if (!waiting) return;
  setTimeout(async () => {
    try {
      const answer = await fetch(waiting.dataset.poll);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(waiting.id);
      if (fresh && !waiting.contains(document.activeElement)) waiting.replaceWith(fresh);
    } catch {
      // Asked again in a moment.
    }
    lookAgain();
  }, 1000);
};
lookAgain();

// A grid of values is walked like a spreadsheet: up, down and Enter within a column, left and right at
// the ends of a text; and cells that were copied from a spreadsheet fill the cells from here on.
{
  const grid = document.querySelector("[data-grid]");

  const cellAt = (row, column) => {
    const line = grid.tBodies[0].rows[row];
    const cell = line && line.cells[column];
    return cell ? cell.querySelector("input:not([type=hidden]), select") : null;
  };

  const step = (field, down, right) => {
    const { rowIndex } = field.closest("tr");
    const { cellIndex } = field.closest("td");
    const first = grid.tBodies[0].rows[0].rowIndex;
    let row = rowIndex - first + down;
    let column = cellIndex + right;
    while (row >= 0 && row < grid.tBodies[0].rows.length && column > 0 && column < grid.rows[0].cells.length) {
      const next = cellAt(row, column);
      if (next) {
        next.focus();
        next.select?.();
        return true;
      }
      row += down;
      column += right;
    }
    return false;
  };

  grid?.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || field.tagName !== "INPUT") return;
    const atStart = field.selectionStart === 0 && field.selectionEnd === 0;
    const length = field.value.length;
    const all = field.selectionStart === 0 && field.selectionEnd === length;
    const atEnd = field.selectionStart === length;
    const moves = {
      ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [event.shiftKey ? -1 : 1, 0],
      ArrowLeft: atStart || all ? [0, -1] : null, ArrowRight: atEnd || all ? [0, 1] : null,
    };
    const move = moves[event.key];
    if (move && (step(field, move[0], move[1]) || event.key === "Enter")) event.preventDefault();
  });

  grid?.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
    if (event.target.tagName !== "INPUT" || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const first = event.target.closest("tr").rowIndex - grid.tBodies[0].rows[0].rowIndex;
    const left = event.target.closest("td").cellIndex;
    for (const [down, line] of text.split("\n").entries()) {
      for (const [right, value] of line.split("\t").entries()) {
        const cell = cellAt(first + down, left + right);
        if (cell && value.trim()) cell.value = value.trim();
      }
    }
  });
}

// On a benefits map the arrow keys walk along the links, and up and down a column.
const map = document.querySelector(".app-map");
map?.addEventListener("keydown", (event) => {
  const box = event.target.closest("a[data-after]");
  if (!box || event.ctrlKey || event.metaKey || event.altKey) return;
  const boxes = [...map.querySelectorAll("a[data-after]")];
  const column = (one) => one.firstElementChild.getAttribute("x");
  const place = boxes.indexOf(box);
  const near = { ArrowUp: boxes[place - 1], ArrowDown: boxes[place + 1] }[event.key];
  const linked = { ArrowRight: box.dataset.after, ArrowLeft: box.dataset.before }[event.key];
  const next = near && column(near) === column(box)
    ? near : linked && document.getElementById(linked.split(" ")[0]);
  if (!event.key.startsWith("Arrow")) return;
  event.preventDefault();
  next?.focus();
});

// A grid of rows is checked when a cell is left: the same page is asked for, and its marks are put in
// place.
const grid = document.querySelector("form[data-check]");

const checkGrid = async () => {
  const typed = new URLSearchParams(new FormData(grid));
  const answer = await fetch(grid.dataset.check, { method: "POST", body: typed });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const cell of grid.querySelectorAll("tbody input")) {
    const fresh = page.getElementById(cell.id);
    if (!fresh) continue;
    for (const old of cell.parentElement.querySelectorAll(".app-row-error")) old.remove();
    const words = fresh.parentElement.querySelector(".app-row-error");
    cell.classList.toggle("govuk-input--error", Boolean(words));
    if (!words) {
      cell.removeAttribute("aria-invalid");
      cell.removeAttribute("aria-describedby");
      continue;
    }
    cell.after(words);
    cell.setAttribute("aria-invalid", "true");
    cell.setAttribute("aria-describedby", words.id);
  }
  const summary = page.querySelector(".govuk-error-summary");
  document.querySelector(".govuk-error-summary")?.remove();
  if (summary) document.getElementById("main-content").prepend(summary);
  const title = document.title.replace(/^Error: /, "");
  document.title = summary ? `Error: ${title}` : title;
  const submit = page.querySelector("form[data-check] button");
  if (submit) grid.querySelector("button").textContent = submit.textContent;
};

if (grid) {
  // What could not be asked now is checked when the form is sent.
  const check = () => checkGrid().catch(() => {});
  grid.addEventListener("change", check);
  grid.addEventListener("paste", () => setTimeout(check));
}

// What is typed into a long form is kept on the server until it is sent.
const drafted = document.querySelector("form[data-draft]");

if (drafted) {
  let timer;
  let isSent = false;
  const state = document.querySelector("[data-draft-state]");
  const typed = () => {
    const fields = new URLSearchParams(new FormData(drafted));
    fields.set("draft", drafted.dataset.draft);
    return fields;
  };
  const keep = async () => {
    timer = undefined;
    try {
      const answer = await fetch("/drafts", { method: "POST", body: typed() });
      const now = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
      state.textContent = answer.ok
        ? `Kept as a draft at ${now}.`
        : "The draft could not be kept: sign in again in another window, then type on.";
    } catch {
      state.textContent = "The draft could not be kept just now.";
    }
  };
  drafted.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 2000);
  });
  drafted.addEventListener("submit", () => {
    isSent = true;
    clearTimeout(timer);
  });
  window.addEventListener("pagehide", () => {
    if (timer && !isSent) navigator.sendBeacon("/drafts", typed());
  });
}
