import { Link, useLocation, useNavigate } from "react-router";
import { address } from "@/app/routes";
import { wordsOf } from "@/knowledge/search";
import { WordForm } from "@/knowledge/WordForm";
import { Page } from "@/ui/Page";

/** No page has this address: what it may have been about can be searched. */
export function Component() {
  const { pathname } = useLocation();
  const go = useNavigate();
  return (
    <Page title="No page at this address">
      <p>
        There is no page <code>{pathname}</code>.
      </p>
      <WordForm
        label="Search for what it was about"
        value={wordsOf(pathname)}
        placeholder="struct inode i_ctime"
        button="Search"
        onWord={(words) => void go(address("/search", undefined, { q: words }))}
      />
      <p>
        <Link to="/">Start</Link>
      </p>
    </Page>
  );
}
