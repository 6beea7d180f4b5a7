import { readdirSync } from "node:fs";
import { defineConfig } from "vite";

// Every module that stands in src itself is an entry, called as its file; what they share lies in folders below.
const entries = Object.fromEntries(
  readdirSync("src").filter((file) => /^[a-z_]+\.ts$/.test(file)).map((file) => [file.slice(0, -3), `src/${file}`]),
);

export default defineConfig({
  base: "/static/built/",
  publicDir: false,
  build: {
    outDir: "../src/crossread/desk/static/built",
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    assetsInlineLimit: 0,
    rolldownOptions: { input: entries },
  },
});
