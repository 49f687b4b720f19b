export const metadata = { title: "Case studies" };

export default function Layout({ children }) {
  return (
    <html lang="en-GB">
      <body>
        <header>
          <a href="/case-studies">Case studies</a>
        </header>
        <main>{children}</main>
      </body>
    </html>
  );
}
