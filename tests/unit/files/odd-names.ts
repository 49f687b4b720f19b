import { aJpeg, aPhoto } from "#tests/support/files/pictures.ts";
import { anOfficeFile, aZip } from "#tests/support/files/zips.ts";
import { document, image, type Trick } from "./trick.ts";

const jpeg = () => aJpeg();
const words = (text: string) => () => Buffer.from(text);
const script = "GIF89a/*\x01\0\x01\0*/=1;alert(1)//";
const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join("");
const inDocument = (content: string) => [{ name: "word/document.xml", content }];

/** Names and contents of OWASP's cheat sheet on file uploads that servers, shells and picture libraries have been led astray by. */
export const oddlyNamed: readonly Trick[] = [
  image("a GIF that is a script too", "bus.gif", words(script), "not-accepted"),
  image("one that calls itself a JPEG", "bus.jpg", words(script), "not-accepted"),
  image("one that calls itself a script", "bus.js", words(script), "not-accepted"),
  image("a name of 300 letters", `${"b".repeat(296)}.jpg`, jpeg, { kept: `${"b".repeat(80)}.jpg` }),
  image("a name that a server takes for its settings", ".htaccess", words("AddType x .jpg"), "not-accepted"),
  document("another such", "web.config", words("<configuration/>"), "not-accepted"),
  image("a hidden file", ".bus.jpg", jpeg, { kept: "bus.jpg" }),
  image("nothing but an ending", ".jpg", jpeg, { kept: "file.jpg" }),
  image("a name that a program takes for an option", "-rf.jpg", jpeg, { kept: "rf.jpg" }),
  image("a semicolon before a second ending", "bus.asp;.jpg", jpeg, { kept: "bus-asp.jpg" }),
  image("a NUL as an address writes it", "bus.php%00.jpg", jpeg, { kept: "bus-php-00.jpg" }),
  image("a script in a name", `"><img src=x onerror=alert(1)>.jpg`, jpeg, { kept: "img src=x onerror=alert(1).jpg" }),
  image("SQL in a name", `'; drop table "Version"; --.jpg`, jpeg, { kept: "'- drop table -Version.jpg" }),
  image("a command in a name", "$(touch x)`id`|ls.jpg", jpeg, { kept: "$(touch x)`id`-ls.jpg" }),
  image(
    "a script of a picture library",
    "bus.png",
    words("push graphic-context\nimage over 0,0 0,0 'url(|id)'"),
    "not-accepted",
  ),
  image("a photo that says where it was taken", "bus.jpg", () => aPhoto(), { kept: "bus.jpg" }),
  document("a zip", "a.zip", () => aZip([{ name: "a.txt", content: "a" }]), "program"),
  document("a program whose name begins as a PDF's", "a.pdf.exe", words("MZ"), "program"),
  document(
    "a Word file with a zip inside",
    "a.docx",
    () => anOfficeFile("docx", [{ name: "word/embeddings/a.zip", content: aZip([{ name: "a", content: "a" }]) }]),
    "holds-files",
  ),
  document(
    "a Word file whose entities grow a thousand million times",
    "a.docx",
    () => anOfficeFile("docx", inDocument(`<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><a>&l9;</a>`)),
    "loads-from-elsewhere",
  ),
  document("a table with a formula behind a tab", "a.csv", words("a,b\n\"\t=cmd|' /C calc'!A0\",1\n"), "formulas"),
  document("a link to elsewhere", "a.url", words("[InternetShortcut]\nURL=https://evil.example/"), "not-accepted"),
];
