// Shows work under way as it moves. Without it the page reloads itself every two seconds.
for (const element of document.querySelectorAll("[data-progress]")) {
  const bar = element.querySelector("progress");
  const stage = element.querySelector("[data-stage]");
  const left = element.querySelector("[data-left]");
  const events = new EventSource(element.dataset.progress);
  events.addEventListener("progress", event => {
    const { value, text, left: time } = JSON.parse(event.data);
    bar.value = value;
    stage.textContent = text;
    left.textContent = time;
  });
  // A lost connection is taken up again by itself; one that is refused is not.
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED) location.reload();
  });
  events.addEventListener("end", () => {
    events.close();
    location.reload();
  });
}
