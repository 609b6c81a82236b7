import { createTransport } from "nodemailer";
import { HearsayError } from "../model/index.js";
import { type Channel, headline } from "./news.js";

/** So long the mail server is waited for, in milliseconds. */
const patience = 30_000;

/**
 * Sends what is new as plain text through a mail server.
 * @param server `smtps://user:password@host` or `smtp://host:587`, from the environment: never from the command line, where others can read it
 * @throws HearsayError `usage.mail` without a server, or for what is no address
 */
export function mail(to: string, server: string | undefined, from: string | undefined): Channel {
  if (!/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(to))
    throw new HearsayError("usage.mail", `--mail takes an address such as desk@example.org, not "${to}".`);
  if (server === undefined || !/^smtps?:\/\//.test(server))
    throw new HearsayError("usage.mail", "--mail needs a mail server: set HEARSAY_SMTP=smtps://user:password@host.");
  const transport = createTransport({
    ...({ url: server, connectionTimeout: patience, socketTimeout: patience } as const),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    key: `mail:${to}`,
    name: to,
    tell: async (news, entries) => {
      // A line break in a subject would begin another header; the library refuses it, and the story's name holds none.
      const subject = `[${news.story}] ${headline(news.changes)}`.replace(/\s+/g, " ");
      await transport.sendMail({ from: from ?? "hearsay@localhost", to, subject, text: news.text });
      return entries;
    },
  };
}
