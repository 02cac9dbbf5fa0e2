// What works without a circuit: theme, navigation, copying, showing a password. Runs before the first paint; every listener is on the
// document, so it holds for whatever is rendered later.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const wide = matchMedia("(min-width: 900px)");
  let watcher = null;

  const cookie = (name, value) => {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
  };
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const tell = () => watcher?.invokeMethodAsync("ThemeChanged", isDark()).catch(() => {});

  const noteSystem = () => cookie("skypanel-scheme", dark.matches ? "dark" : "light");
  dark.addEventListener("change", () => { noteSystem(); tell(); });
  noteSystem();
  root.dataset.script = "";

  const setTheme = (choice) => {
    if (choice === "system") delete root.dataset.theme;
    else root.dataset.theme = choice;
    cookie("skypanel-theme", choice);
    markTheme();
    tell();
  };
  const markTheme = () => {
    const choice = root.dataset.theme ?? "system";
    for (const item of document.querySelectorAll("[data-set-theme]")) {
      item.setAttribute("aria-pressed", String(item.dataset.setTheme === choice));
    }
  };

  const toggleNav = () => {
    if (!wide.matches) {
      root.toggleAttribute("data-nav-open");
      if (root.hasAttribute("data-nav-open")) document.querySelector(".drawer a")?.focus();
      return;
    }
    const collapsed = root.dataset.nav !== "collapsed";
    if (collapsed) root.dataset.nav = "collapsed";
    else delete root.dataset.nav;
    cookie("skypanel-nav", collapsed ? "collapsed" : "open");
  };
  const closeNav = () => root.removeAttribute("data-nav-open");

  const say = (text) => {
    let voice = document.getElementById("sp-voice");
    if (!voice) {
      voice = document.createElement("div");
      voice.id = "sp-voice";
      voice.setAttribute("role", "status");
      voice.style.cssText = "position:fixed;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)";
      document.body.append(voice);
    }
    voice.textContent = text;
  };
  const copy = async (button) => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.dataset.copied = "";
    say("Copied");
    setTimeout(() => { delete button.dataset.copied; say(""); }, 1500);
  };
  const reveal = (button) => {
    const input = document.getElementById(button.dataset.reveal);
    const show = input.type === "password";
    input.type = show ? "text" : "password";
    button.textContent = show ? "Hide" : "Show";
    button.setAttribute("aria-pressed", String(show));
  };

  document.addEventListener("click", (event) => {
    const hit = (selector) => event.target.closest?.(selector);
    const theme = hit("[data-set-theme]");
    const copied = hit("[data-copy]");
    const revealed = hit("[data-reveal]");
    if (theme) { setTheme(theme.dataset.setTheme); theme.closest("[popover]")?.hidePopover(); }
    else if (copied) copy(copied);
    else if (revealed) reveal(revealed);
    else if (hit("[data-toggle-nav]")) toggleNav();
    else if (hit(".drawer a")) closeNav();
    else if (hit(".skip-link")) {
      // The router would only scroll.
      event.preventDefault();
      document.getElementById("main").focus();
    }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeNav(); });
  document.addEventListener("toggle", (event) => { if (event.target.matches?.("[popover]")) markTheme(); }, true);

  window.skypanel = {
    watchTheme(component, renderedDark) { watcher = component; if (renderedDark !== isDark()) tell(); },
    unwatchTheme() { watcher = null; },
  };
})();
