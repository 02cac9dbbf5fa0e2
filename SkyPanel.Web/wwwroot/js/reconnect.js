// Follows the framework's account of the connection; the style sheet shows the words that fit.
const modal = document.getElementById("components-reconnect-modal");

modal.addEventListener("components-reconnect-state-changed", ({ detail: { state } }) => {
  if (state === "show") {
    if (!modal.open) modal.showModal();
  } else if (state === "hide") {
    modal.close();
  } else if (state === "failed") {
    document.addEventListener("visibilitychange", retryWhenVisible);
  } else if (state === "rejected") {
    location.reload();
  }
});

// Esc must not leave a page that looks alive and is not.
modal.addEventListener("cancel", (event) => event.preventDefault());

modal.addEventListener("click", (event) => {
  const action = event.target.closest("[data-reconnect]")?.dataset.reconnect;
  if (action === "retry") retry();
  else if (action === "resume") resume();
  else if (action === "reload") location.reload();
});

async function retry() {
  document.removeEventListener("visibilitychange", retryWhenVisible);
  try {
    if (await Blazor.reconnect()) return;
    if (await Blazor.resumeCircuit()) modal.close();
    else location.reload();
  } catch {
    document.addEventListener("visibilitychange", retryWhenVisible);
  }
}

async function resume() {
  try {
    if (!(await Blazor.resumeCircuit())) location.reload();
  } catch {
    modal.classList.replace("components-reconnect-paused", "components-reconnect-resume-failed");
  }
}

function retryWhenVisible() {
  if (document.visibilityState === "visible") retry();
}
