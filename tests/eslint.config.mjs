import nextTypescript from "eslint-config-next/typescript";
import nextVitals from "eslint-config-next/core-web-vitals";

// No page ships a component to the browser, so what a compiler of components would say takes a fifth of the time for nothing.
const forTheCompiler = nextVitals
  .flatMap(({ rules = {} }) => Object.keys(rules))
  .filter((rule) => rule.startsWith("react-hooks/") && rule !== "react-hooks/rules-of-hooks");

const config = [
  { ignores: [".next/**", ".data/**", "prisma/client/**", "next-env.d.ts", "test-results/**"] },
  ...nextVitals,
  ...nextTypescript,
  {
    settings: { next: { rootDir: "." } },
    rules: {
      ...Object.fromEntries(forTheCompiler.map((rule) => [rule, "off"])),
      // Pages ship no framework script, so a link is a link and a picture is a picture.
      "@next/next/no-html-link-for-pages": "off",
      "@next/next/no-img-element": "off",
      "@next/next/no-head-element": "off",
      // A module script waits for the page by itself.
      "@next/next/no-sync-scripts": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "no-console": "error",
      "no-eval": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: "Nothing here may be random: pages must be the same for everybody, and secrets need node:crypto.",
        },
        {
          selector: "CallExpression[callee.property.name=/^\\$(queryRawUnsafe|executeRawUnsafe)$/]",
          message: "Write it as a tagged template, which sends values as parameters.",
        },
        {
          selector: "Literal[value='use client']",
          message: "No page ships framework script. Comfort is a plain module in public/.",
        },
        { selector: "Literal[value='use server']", message: "Every form posts to a route handler of its own." },
      ],
    },
  },
  { files: ["lib/programs/**", "tests/**"], rules: { "no-console": "off" } },
  // Fixtures of the browser tests are functions called `use`, not React's hook.
  { files: ["tests/**"], rules: { "react-hooks/rules-of-hooks": "off", "no-empty-pattern": "off" } },
];

export default config;
