/**
 * The tables of accounts, as Kysely types; the same in a file beside stories and in the database of a team. None of
 * them belongs to a story: moving or backing up a story leaves them where they are.
 */
export interface AccountsSchema {
  account: AccountTable;
  account_token: TokenTable;
  account_session: SessionTable;
  story_role: StoryRoleTable;
  story_restricted: StoryRestrictedTable;
  audit: AuditTable;
}

/** Rows are never deleted. */
interface AccountTable {
  /** The name in lower case. */
  key: string;
  name: string;
  role: string;
  /** As `hashed` makes it: how, with what, and the hash. */
  password: string;
  disabled: string | null;
  created: string;
  seen: string | null;
}

/** Tokens of programs. The token itself is told once and not kept. */
interface TokenTable {
  id: string;
  account: string;
  hash: string;
  label: string;
  created: string;
  expires: string | null;
  used: string | null;
  revoked: string | null;
}

/** Who is signed in at a browser. What the cookie holds is not kept, only its hash. */
interface SessionTable {
  hash: string;
  account: string;
  created: string;
  expires: string;
  seen: string;
}

/** What an account may do in one story, where that is not what it may do elsewhere. */
interface StoryRoleTable {
  story: string;
  account: string;
  role: string;
}

/** Stories that only admins see, and those with a row in `story_role`. */
interface StoryRestrictedTable {
  story: string;
  since: string;
}

/** Rows are only ever added: the database itself refuses to change or delete one. */
interface AuditTable {
  /** Given by the database: the order in which rows came. */
  number: number;
  /** Makes an operation that is done twice, because a connection was lost, leave one row. */
  id: string;
  at: string;
  who: string;
  action: string;
  story: string | null;
  subject: string | null;
  detail: string | null;
  origin: string;
}
