import { Icon } from "../parts/icon.js";
import { useRoute, viewHref } from "./navigate.js";
import { type ViewEntry, views } from "./views.js";

const groups: readonly ViewEntry["group"][] = ["Story", "Records", "Pictures", "Work"];

/** The views, by group. */
export function Rail() {
  const route = useRoute();
  const now = route.view === "article" ? "articles" : route.view;
  return (
    <nav className="rail" aria-label="Views">
      {groups.map((group) => (
        <div key={group}>
          <h2>{group}</h2>
          <ul>
            {views
              .filter((v) => v.group === group)
              .map((v) => (
                <li key={v.id}>
                  <a href={viewHref(v.id)} aria-current={v.id === now ? "page" : undefined} title={v.what}>
                    <Icon name={v.icon} />
                    <span>{v.label}</span>
                  </a>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
