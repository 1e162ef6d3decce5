// Says that long work has ended while somebody looks at another page. Without it the next page says so.
for (const place of document.querySelectorAll('[data-news^="/"]')) {
  const events = new EventSource(place.dataset.news);
  events.addEventListener("ended", event => {
    const { text, url, isGood } = JSON.parse(event.data);
    if (url === location.pathname) return;
    const link = Object.assign(document.createElement("a"), { href: url, textContent: text });
    const note = Object.assign(document.createElement("p"), { className: `note ${isGood ? "good" : "warn"}` });
    note.setAttribute("role", "status");
    note.append(link);
    place.append(note);
  });
  // The stream ends with the last of the work; asking again would find nothing.
  events.addEventListener("error", () => events.close());
}
