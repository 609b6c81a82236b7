import { type Entry, makeZip } from "../../../model/testing/zip.js";

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const relations =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const styles = `<w:styles ${word}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`;

/** A paragraph of a Word document, of a style if one is given. */
export const paragraph = (text: string, style?: string): string =>
  `<w:p>${style === undefined ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A Word document of paragraphs as WordprocessingML, with properties as Dublin Core elements. */
export const makeWord = (body: string, properties = "", extra: readonly Entry[] = []): Buffer =>
  makeZip([
    { name: "[Content_Types].xml", content: types },
    { name: "_rels/.rels", content: relations },
    { name: "word/document.xml", content: `<w:document ${word}><w:body>${body}</w:body></w:document>` },
    { name: "word/styles.xml", content: styles },
    {
      name: "docProps/core.xml",
      content: `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">${properties}</cp:coreProperties>`,
    },
    ...extra,
  ]);

/** An OpenDocument text of content as its own XML. */
export const makeOpenDocument = (body: string, meta = "", manifest = ""): Buffer =>
  makeZip([
    { name: "mimetype", content: "application/vnd.oasis.opendocument.text" },
    {
      name: "content.xml",
      content: `<office:document-content><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    { name: "meta.xml", content: `<office:document-meta><office:meta>${meta}</office:meta></office:document-meta>` },
    { name: "META-INF/manifest.xml", content: `<manifest:manifest>${manifest}</manifest:manifest>` },
  ]);

/** An EPUB of chapters, in an order of their own. */
export const makeEpub = (chapters: Readonly<Record<string, string>>, metadata: string, secret = ""): Buffer => {
  const names = Object.keys(chapters);
  const items = names.map((name, i) => `<item id="c${i}" href="${name}" media-type="application/xhtml+xml"/>`).join("");
  const spine = names.map((_, i) => `<itemref idref="c${i}"/>`).join("");
  return makeZip([
    { name: "mimetype", content: "application/epub+zip" },
    {
      name: "META-INF/container.xml",
      content: '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    },
    {
      name: "OEBPS/book.opf",
      content: `<package><metadata xmlns:dc="d">${metadata}</metadata><manifest>${items}</manifest><spine>${spine}</spine></package>`,
    },
    ...Object.entries(chapters).map(([name, content]) => ({ name: `OEBPS/${name}`, content })),
    ...(secret === "" ? [] : [{ name: "META-INF/encryption.xml", content: secret }]),
  ]);
};
