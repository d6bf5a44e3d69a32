/* Sorts, searches and filters what the page holds already. It makes no markup of any text: the page's
   policy refuses that too. Without it the page is whole, and its tools stay hidden. */
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // ---- sort: each head with `data-sort` becomes a button; a third press brings the first order back
  const figure = text => parseFloat(text.replace("\u2212", "-").replaceAll(",", ""));

  const makeSortable = (table, units) => {
    const first = all(units, table);
    const heads = all("thead th", table);
    const keys = column => new Map(first.map(unit => {
      const cell = unit.querySelectorAll("th, td")[column];
      const text = cell && cell.colSpan === 1 ? cell.textContent.trim() : "";
      return [unit, heads[column].dataset.sort === "text" ? text : figure(text)];
    }));
    const compare = (one, other) =>
      typeof one === "string" ? one.localeCompare(other, undefined, {numeric: true}) : one - other;

    const sort = (column, order) => {
      const key = keys(column);
      const known = first.filter(unit => !Number.isNaN(key.get(unit)));
      const sign = order === "descending" ? -1 : 1;
      const sorted = order === "none" ? first : [
        ...known.sort((one, other) => sign * compare(key.get(one), key.get(other))),
        ...first.filter(unit => Number.isNaN(key.get(unit))),
      ];
      const parent = first[0].parentElement;
      if (order === "none" && table.inOrder) table.inOrder.forEach(each => parent.append(each));
      else parent.append(...sorted);
      table.classList.toggle("sorted", order !== "none");
      heads.forEach((head, place) => {
        if (head.dataset.sort) head.setAttribute("aria-sort", place === column ? order : "none");
      });
    };

    if (first.length < 2) return;
    table.inOrder = [...first[0].parentElement.children];
    heads.forEach((head, column) => {
      if (!head.dataset.sort) return;
      const orders = head.dataset.sort === "text"
        ? ["ascending", "descending", "none"] : ["descending", "ascending", "none"];
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => {
        const now = orders.indexOf(head.getAttribute("aria-sort"));
        sort(column, orders[(now + 1) % orders.length]);
      });
    });
  };
  // As they come, whatever they are sorted by later: groups name students by their places here.
  const rows = all("table.students tbody tr");
  all("table.students").forEach(table => makeSortable(table, "tbody tr"));
  all("table.rates").forEach(table => makeSortable(table, "tbody.rate"));

  // ---- search and filter students
  const find = document.getElementById("find");
  const show = document.getElementById("show");
  const shown = document.getElementById("shown");
  if (!find) return;
  let known = null;
  let group = new Set();
  const students = () => known ||= rows.map((row, place) => ({
    row,
    place,
    name: row.querySelector("th").textContent.toLowerCase(),
    failed: new Set((row.dataset.failed || "").split(" ")),
    person: "person" in row.dataset,
    missing: "missing" in row.dataset,
    share: row.dataset.share === undefined ? NaN : Number(row.dataset.share),
  }));
  const filters = {
    "": () => true,
    person: student => student.person,
    missing: student => student.missing,
    full: student => student.share >= 0.999,
    half: student => student.share < 0.5,
    alike: student => group.has(student.place),
  };

  const filter = () => {
    const words = find.value.toLowerCase().split(/\s+/);
    const wanted = filters[show.value] || (student => student.failed.has(show.value));
    let count = 0;
    for (const student of students()) {
      const fits = wanted(student) && words.every(word => student.name.includes(word));
      if (student.row.hidden === fits) student.row.hidden = !fits;
      count += fits;
    }
    shown.textContent = `${count} of ${students().length} shown`;
  };
  let waiting = 0;
  find.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 80);
  });
  show.addEventListener("change", filter);

  // ---- from a check to the students who failed it, or to those of whom the same was seen
  const alike = show.querySelector("[value=alike]");
  all("button.who").forEach(button => button.addEventListener("click", () => {
    find.value = "";
    if (button.dataset.rows) {
      group = new Set(button.dataset.rows.trim().split(" ").map(Number));
      alike.disabled = alike.hidden = false;
    }
    show.value = button.dataset.check || "alike";
    filter();
    document.getElementById("students").scrollIntoView();
    show.focus({preventScroll: true});
  }));

  // A browser that comes back to the page fills in what was chosen before, of which no group is left.
  if (show.value === "alike") show.value = "";
  if (find.value || show.value) filter();
  all("[data-tool]").forEach(tool => { tool.hidden = false; });
})();
