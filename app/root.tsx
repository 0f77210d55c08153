/** The frame of every page. A page ships no script unless its route says `handle = { scripts: true }`. */
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";

import { anyone } from "./desk.server.ts";
import { Footer, Masthead } from "./ui/frame.tsx";
import { IdleWarning } from "./ui/idle-warning.tsx";
import { useNonce } from "./ui/nonce.ts";
import { Problem } from "./ui/problem.tsx";
import styles from "./ui/styles/app.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { user } = await anyone({ request, context });
  return {
    user: user && { name: user.name, admin: user.role === "admin" },
    demo: context.services.demo,
    request: context.requestId,
  };
}

/** A route asks for scripts, or only for some of what its loader gives. */
type Handle = { scripts?: boolean | ((data: unknown) => boolean) };

const asksScripts = (scripts: Handle["scripts"], data: unknown): boolean =>
  typeof scripts === "function" ? scripts(data) : scripts === true;

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const frame = useRouteLoaderData<typeof loader>("root");
  const scripts = useMatches().some(({ handle, data }) => asksScripts((handle as Handle | undefined)?.scripts, data));
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0e2a35" />
        <Meta />
        <Links />
      </head>
      <body>
        <a className="skip" href="#main">
          Skip to main content
        </a>
        <Masthead user={frame?.user ?? null} />
        {children}
        {frame?.user && <IdleWarning />}
        <Footer demo={frame?.demo ?? false} />
        {scripts && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const frame = useRouteLoaderData<typeof loader>("root");
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return <Problem missing={missing} requestId={frame?.request ?? null} />;
}
