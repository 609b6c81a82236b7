import { Menu } from "@base-ui/react/menu";
import { asCsv } from "hearsay/client";
import { useRoute } from "../app/navigate.js";
import { addressFor } from "../data/api.js";
import { asProblem } from "../data/use.js";
import { Icon } from "./icon.js";
import { save, savePicture } from "./picture.js";
import { say } from "./toast.js";

/** A row of a file. No formula is alive in the CSV. */
export type Fields = Readonly<Record<string, string | number | boolean | null>>;

interface Props {
  /** The command whose rows are on screen, and the filters they came through. */
  readonly table?: string;
  readonly filters?: Readonly<Record<string, string | undefined>>;
  /** Rows that no command of the command line prints: what their file is called, and how they are got. */
  readonly rows?: { readonly name: string; readonly load: () => Promise<readonly Fields[]> };
  /** What the picture's file is called, and the picture: a drawing in the page, or a function that draws one. */
  readonly picture?: { readonly name: string; readonly svg: () => SVGSVGElement | string | null };
}

/** What is on screen, as a file: rows for programs and spreadsheets, pictures as they are. */
export function ExportMenu({ table, filters = {}, rows, picture }: Props) {
  const { story } = useRoute();
  const file = (format: string): string =>
    addressFor({
      name: "GET /stories/{s}/tables/{table}",
      path: { s: story ?? "", table: table ?? "" },
      query: { ...filters, format, download: true },
    });
  return (
    <Menu.Root>
      <Menu.Trigger className="button">
        <Icon name="export" size={15} /> Export
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-place" sideOffset={4} align="end">
          <Menu.Popup className="menu">
            {table !== undefined &&
              ["csv", "ndjson", "json"].map((format) => (
                <Menu.Item
                  key={format}
                  className="menu-item"
                  render={<a href={file(format)} download={`${table}.${format}`} />}
                >
                  Rows as {format.toUpperCase()}
                </Menu.Item>
              ))}
            {rows !== undefined &&
              (["csv", "json"] as const).map((format) => (
                <Menu.Item key={format} className="menu-item" onClick={() => void saveRows(rows, format)}>
                  Rows as {format.toUpperCase()}
                </Menu.Item>
              ))}
            {picture !== undefined &&
              (["svg", "png"] as const).map((format) => (
                <Menu.Item
                  key={format}
                  className="menu-item"
                  onClick={() => void savePicture(picture.svg(), picture.name, format)}
                >
                  Picture as {format.toUpperCase()}
                </Menu.Item>
              ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

async function saveRows({ name, load }: NonNullable<Props["rows"]>, format: "csv" | "json"): Promise<void> {
  try {
    const rows = await load();
    const text = format === "csv" ? asCsv(rows) : `${JSON.stringify(rows, null, 2)}\n`;
    save(new Blob([text], { type: format === "csv" ? "text/csv" : "application/json" }), `${name}.${format}`);
  } catch (error) {
    say(asProblem(error).detail || asProblem(error).title);
  }
}
