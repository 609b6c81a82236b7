import { Menu } from "@base-ui/react/menu";
import { signOut } from "../data/api.js";
import { useSession } from "../data/session.js";
import { asProblem } from "../data/use.js";
import { Icon, type IconName } from "../parts/icon.js";
import { say } from "../parts/toast.js";
import { viewHref } from "./navigate.js";

const leave = (everywhere: boolean) => () =>
  void signOut(everywhere).catch((error: unknown) => say(asProblem(error).detail || asProblem(error).title));

/** Who I am, and what goes with that: my password and tokens, the accounts of others, signing out. */
export function Who() {
  const session = useSession();
  if (session === null || session.who === null || session.login === "none") return null;
  const accounts = session.login === "password";
  return (
    <Menu.Root>
      <Menu.Trigger className="icon-button who" aria-label={`${session.who}, ${session.role}: account`}>
        <Icon name="who" />
        <span className="unseen-narrow one-line">{session.who}</span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-place" sideOffset={4} align="end">
          <Menu.Popup className="menu">
            <p className="small soft who-said">
              {session.who} · {session.role}
            </p>
            {accounts && <Leads to="account" icon="who" label="Password and tokens" />}
            {session.role === "admin" && <Leads to="accounts" icon="graph" label="Accounts" />}
            {session.role === "admin" && <Leads to="audit" icon="timeline" label="Audit" />}
            <Menu.Item className="menu-item" onClick={leave(false)}>
              <Icon name="back" />
              Sign out
            </Menu.Item>
            {accounts && (
              <Menu.Item className="menu-item" onClick={leave(true)}>
                <Icon name="close" />
                Sign out everywhere
              </Menu.Item>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Leads({ to, icon, label }: { readonly to: string; readonly icon: IconName; readonly label: string }) {
  const link = (
    <a href={viewHref(to)}>
      <Icon name={icon} />
      {label}
    </a>
  );
  return <Menu.Item className="menu-item" render={link} />;
}
