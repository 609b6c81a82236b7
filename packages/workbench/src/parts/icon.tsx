const paths = {
  overview: "M3 3h6v7H3zM11 3h6v4h-6zM11 9h6v8h-6zM3 12h6v5H3z",
  matrix: "M3 5h4M3 10h4M3 15h4M10 5h.01M14 5h.01M10 10h.01M17 10h.01M14 15h.01",
  lineage: "M4 4v12M4 7h5a3 3 0 0 1 3 3v1M4 14h9M12 8l3 3-3 3M16 4h.01",
  article: "M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 9.5h5M7.5 12.5h5",
  statement: "M3 4h14v9H9l-4 3.5V13H3z",
  timeline: "M3 10h14M5 7v6M10 5v10M15 8v4",
  board: "M3 4h4v12H3zM8.5 4h4v7h-4zM14 4h3.5v9H14z",
  figure: "M3 16V4M3 16h14M5.5 12l3-4 3 2.5L16 5",
  graph:
    "M5 6.5a1.5 1.5 0 1 0 0-.01M15 5a1.5 1.5 0 1 0 0-.01M11 15.5a1.5 1.5 0 1 0 0-.01M6.3 6.3l7.2-1M6 7.6l4 6.6M14.3 6.3l-2.6 7.8",
  cause: "M3 6h5M3 14h5M8 6c4 0 3 4 7 4M8 14c4 0 3-4 7-4M13 7.5 15.8 10 13 12.5",
  map: "M3 5l5-2 4 2 5-2v12l-5 2-4-2-5 2zM8 3v12M12 5v12",
  find: "M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM12.6 12.6 17 17",
  review: "M4 10.5 8 14.5 16.5 5",
  add: "M10 4v12M4 10h12",
  brief: "M4 3h12v14H4zM7 7h6M7 10h6M7 13h3",
  work: "M3 5h14M3 10h9M3 15h5M15 12v5M12.5 14.5h5",
  close: "M5 5l10 10M15 5 5 15",
  back: "M12 4l-6 6 6 6",
  next: "M8 4l6 6-6 6",
  theme: "M10 3a7 7 0 1 0 7 7 5.5 5.5 0 0 1-7-7z",
  help: "M7.5 7.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M10 15h.01",
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
  export: "M10 3v9M6.5 8.5 10 12l3.5-3.5M4 16.5h12",
  who: "M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 17c.7-3.2 3.2-5 6.5-5s5.8 1.8 6.5 5",
  pin: "M10 12v5M6 3h8l-1 5 2 4H5l2-4z",
} as const;
export type IconName = keyof typeof paths;

/** A line drawing, 18 px; says nothing to a screen reader, so its button needs a label. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
