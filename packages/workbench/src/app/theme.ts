export type Theme = "light" | "dark" | "system";
const key = "hearsay.theme";
const system = matchMedia("(prefers-color-scheme: dark)");

export const readTheme = (): Theme => (localStorage.getItem(key) as Theme | null) ?? "system";

/** Shows a theme and keeps it; "system" follows the system as it changes. */
export function setTheme(theme: Theme): void {
  localStorage.setItem(key, theme);
  show();
}

export function nextTheme(): Theme {
  const dark = document.documentElement.dataset.theme === "dark";
  const theme = dark ? "light" : "dark";
  setTheme(theme);
  return theme;
}

export function show(): void {
  const theme = readTheme();
  document.documentElement.dataset.theme = theme === "system" ? (system.matches ? "dark" : "light") : theme;
  dispatchEvent(new Event("hearsay:theme"));
}

system.addEventListener("change", show);
show();
