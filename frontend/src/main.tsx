import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "@/app/App";
import { applyTheme } from "@/app/theme";
import { takeTokenFromAddress } from "@/api/session";
import "@/styles/tokens.css";
import "@/styles/base.css";
import "@/styles/ui.css";

applyTheme();
takeTokenFromAddress();

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
