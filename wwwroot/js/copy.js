// Examples get a button that copies them, where the browser lets a page write to the clipboard.
for (const example of navigator.clipboard ? document.querySelectorAll(".copy > pre") : []) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy: ${example.getAttribute("aria-label")}`);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(example.textContent);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
  example.parentElement.prepend(button);
}
