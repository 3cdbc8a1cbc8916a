import { QueryClientProvider } from "@tanstack/react-query";
import { createBrowserRouter, RouterProvider } from "react-router";
import { queries } from "@/api/queries";
import { Failed } from "./Failed";
import { Layout } from "./Layout";
import { PAGES } from "./pages";
import { PATHS } from "./routes";

const router = createBrowserRouter([
  {
    element: <Layout />,
    // What shows while the first page's code is on its way: nothing, for it is quicker than anything that could be read.
    HydrateFallback: () => null,
    children: [
      {
        errorElement: <Failed />,
        children: [
          ...PATHS.map((path) => ({ path, lazy: PAGES[path] })),
          { path: "*", lazy: () => import("@/pages/not-found/page") },
        ],
      },
    ],
  },
]);

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
