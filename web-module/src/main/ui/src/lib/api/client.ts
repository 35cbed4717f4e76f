import { administration } from './administration';
import { analytics } from './analytics';
import { authentication } from './authentication';
import { desk } from './desk';
import { markets } from './markets';
import { portfolio } from './portfolio';
import type { Session } from './session';
import { NO_TABS, type Tabs } from './tabs';
import { createTransport } from './transport';

/** The console's one way to the server: every call is typed by the OpenAPI document and fails as an `ApiError`. */
export type Api = ReturnType<typeof createApi>;

export function createApi(
  session: Session,
  baseUrl = new URL('.', document.baseURI).href,
  tabs: Tabs = NO_TABS,
) {
  const transport = createTransport(session, baseUrl, tabs);
  return {
    ...authentication(transport),
    ...desk(transport),
    ...markets(transport),
    ...portfolio(transport),
    ...administration(transport),
    ...analytics(transport),
  };
}
