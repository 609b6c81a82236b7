import { Menu } from "@base-ui/react/menu";
import { useRoute } from "../app/navigate.js";
import { addressFor } from "../data/api.js";
import { Icon } from "./icon.js";
import { savePicture } from "./picture.js";

interface Props {
  /** The command whose rows are on screen, and the filters they came through. */
  readonly table?: string;
  readonly filters?: Readonly<Record<string, string | undefined>>;
  /** What the picture's file is called, and the picture: a drawing in the page, or a function that draws one. */
  readonly picture?: { readonly name: string; readonly svg: () => SVGSVGElement | string | null };
}

/** What is on screen, as a file: rows for programs and spreadsheets, pictures as they are. */
export function ExportMenu({ table, filters = {}, picture }: Props) {
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
