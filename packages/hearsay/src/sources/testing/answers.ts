import { Fetcher, type Page } from "../fetch.js";
import { Refusal } from "../refusals.js";
import { type Answering, testWorld } from "./server.js";

export const to =
  (location: string): Answering =>
  (_, response) =>
    response.writeHead(302, { location }).end();
export const status =
  (code: number, headers: Record<string, string> = {}): Answering =>
  (_, response) =>
    response.writeHead(code, headers).end("<p>words</p>");
export const words = ({ bytes }: Page) => new TextDecoder().decode(bytes ?? new Uint8Array());
export const refusal = (page: Promise<Page>): Promise<Refusal> =>
  page.then(
    () => Promise.reject(new Error("It was fetched.")),
    (error: unknown) => (error instanceof Refusal ? error : Promise.reject(error)),
  );
export const codeOf = async (address: string, world = testWorld()) =>
  (await refusal(new Fetcher(world).page(address))).code;
