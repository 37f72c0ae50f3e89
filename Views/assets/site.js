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
