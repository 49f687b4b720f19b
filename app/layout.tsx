import localFont from "next/font/local";
import type { ReactNode } from "react";
import "./globals.css";

const latin = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  weight: "200 800",
  variable: "--font-latin",
  adjustFontFallback: "Arial",
});
// Names in Welsh, Polish or Turkish need letters the first file leaves out; nobody else fetches this one.
const latinExt = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
  weight: "200 800",
  variable: "--font-latin-ext",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: "unicode-range", value: "U+0100-02BA,U+0304,U+0308,U+0329,U+1E00-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0" },
  ],
});
// Fetched only by pages that lean on a word.
const italic = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2",
  weight: "200 800",
  style: "italic",
  variable: "--font-italic",
  preload: false,
  adjustFontFallback: false,
});

// Every page depends on the database, so none is made when the site is built.
export const dynamic = "force-dynamic";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB" className={`${latin.variable} ${latinExt.variable} ${italic.variable}`}>
      <body className="flex min-h-dvh flex-col">{children}</body>
    </html>
  );
}
