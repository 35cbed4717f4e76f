import type { Paths } from './provisional';

type Body<Response> = Response extends { content: { 'application/json': infer Json } } ? Json : never;
type Requested<Operation> = Operation extends { requestBody?: infer Request }
  ? NonNullable<Request> extends { content: infer Content }
    ? Content[keyof Content]
    : never
  : never;

/** What a successful log-in or refresh gives: the access token, how many seconds it is valid, and whose it is. */
export type Access = Body<Paths['/api/v1/auth/refresh']['post']['responses'][200]>;
export type LogInAnswer = Body<Paths['/api/v1/auth/login']['post']['responses'][200]>;
export type User = Access['user'];
export type Asset = Body<Paths['/api/v1/assets']['get']['responses'][200]>['items'][number];
export type Product = Body<Paths['/api/v1/products']['get']['responses'][200]>['items'][number];
export type Alert = Body<Paths['/api/v1/alerts']['get']['responses'][200]>['items'][number];
export type NewAlert = Requested<Paths['/api/v1/alerts']['post']>;
export type Gate = Body<Paths['/api/v1/gates']['get']['responses'][200]>['items'][number];
export type RuleSet = Body<
  Paths['/api/v1/products/{code}/rule-sets']['get']['responses'][200]
>['items'][number];
export type CalendarDay = Body<
  Paths['/api/v1/products/{code}/calendar']['get']['responses'][200]
>['items'][number];
export type MarketDataFile = Body<
  Paths['/api/v1/market-data/files']['get']['responses'][200]
>['items'][number];
export type FileReport = Body<Paths['/api/v1/market-data/files']['post']['responses'][201]>;
export type FileKind = MarketDataFile['kind'];
export type PriceStatistics = Body<Paths['/api/v1/market-data/statistics']['get']['responses'][200]>;
export type DurationCurve = Body<Paths['/api/v1/market-data/duration-curve']['get']['responses'][200]>;
export type SpreadReport = Body<Paths['/api/v1/market-data/spreads']['get']['responses'][200]>;
export type Spread = SpreadReport['items'][number];
export type StatisticsQuery = Paths['/api/v1/market-data/statistics']['get']['parameters']['query'];
export type CurveQuery = Paths['/api/v1/market-data/duration-curve']['get']['parameters']['query'];
export type SpreadsQuery = Paths['/api/v1/market-data/spreads']['get']['parameters']['query'];
export type Source = Body<Paths['/api/v1/market-data/sources']['get']['responses'][200]>['items'][number];
export type QuarantinedRow = Body<
  Paths['/api/v1/market-data/files/{id}/quarantine']['get']['responses'][200]
>['items'][number];
export type DataQuality = Body<Paths['/api/v1/market-data/quality']['get']['responses'][200]>;
export type DataQualityQuery = Paths['/api/v1/market-data/quality']['get']['parameters']['query'];
export type SeriesQuality = DataQuality['items'][number];
export type QualityFinding = SeriesQuality['findings'][number];
export type NewRuleSet = Requested<Paths['/api/v1/products/{code}/rule-sets']['post']>;
export type RuleSource = RuleSet['sources'][number];
export type Zone = Body<Paths['/api/v1/zones']['get']['responses'][200]>['items'][number];
export type Coverage = Body<Paths['/api/v1/market-data/coverage']['get']['responses'][200]>;
export type BidRun = Body<Paths['/api/v1/bid-runs/{id}']['get']['responses'][200]>;
export type BidRunSummary = Body<Paths['/api/v1/bid-runs']['get']['responses'][200]>['items'][number];
export type BidRunRequest = NonNullable<
  Paths['/api/v1/bid-runs']['post']['requestBody']
>['content']['application/json'];
export type ListedUser = Body<Paths['/api/v1/users']['get']['responses'][200]>['items'][number];
export type UserChange = Requested<Paths['/api/v1/users/{id}']['patch']>;
export type Invitation = Requested<Paths['/api/v1/users']['post']>;
export type OwnSession = Body<Paths['/api/v1/sessions']['get']['responses'][200]>['items'][number];
export type SecondFactor = Body<Paths['/api/v1/auth/mfa']['get']['responses'][200]>;
export type Enrolment = Body<Paths['/api/v1/auth/mfa/enrolment']['post']['responses'][200]>;
export type Organisation = Body<Paths['/api/v1/organisations/{id}']['get']['responses'][200]>;
export type OrganisationChange = Requested<Paths['/api/v1/organisations/{id}']['patch']>;
export type NewOrganisation = Requested<Paths['/api/v1/organisations']['post']>;
export type IdentityProvider = Body<
  Paths['/api/v1/organisations/{id}/identity-provider']['get']['responses'][200]
>;
export type IdentityProviderChange = Requested<Paths['/api/v1/organisations/{id}/identity-provider']['put']>;
export type ApiKey = Body<Paths['/api/v1/api-keys']['get']['responses'][200]>['items'][number];
export type NewApiKey = Requested<Paths['/api/v1/api-keys']['post']>;
export type AuditEntry = Body<Paths['/api/v1/audit-entries']['get']['responses'][200]>['items'][number];
export type AuditQuery = NonNullable<Paths['/api/v1/audit-entries']['get']['parameters']['query']>;
export type AuditScope = NonNullable<AuditQuery['scope']>;
export type ChainState = Body<Paths['/api/v1/audit-entries/verification']['get']['responses'][200]>;
export type Mail = Body<Paths['/api/v1/mails']['get']['responses'][200]>['items'][number];
export type Site = Body<Paths['/api/v1/sites']['get']['responses'][200]>['items'][number];
export type SiteChange = Requested<Paths['/api/v1/sites/{id}']['patch']>;
export type NewAsset = Requested<Paths['/api/v1/assets']['post']>;
export type AssetChange = Requested<Paths['/api/v1/assets/{id}']['patch']>;
export type Battery = NonNullable<Asset['battery']>;
export type AssetKind = Asset['kind'];
export type NewSite = Requested<Paths['/api/v1/sites']['post']>;
export type DeskKpis = Body<Paths['/api/v1/analytics/kpis']['get']['responses'][200]>;
export type MarketFigures = Body<Paths['/api/v1/analytics/market']['get']['responses'][200]>;
export type MarketRow = MarketFigures['items'][number];
export type AnomalyReport = Body<Paths['/api/v1/analytics/anomalies']['get']['responses'][200]>;
export type Anomaly = AnomalyReport['items'][number];
export type CorrelationReport = Body<Paths['/api/v1/analytics/correlation']['get']['responses'][200]>;
export type AnalyticsQuery = Paths['/api/v1/analytics/correlation']['get']['parameters']['query'];
export type AnomalyQuery = Paths['/api/v1/analytics/anomalies']['get']['parameters']['query'];
export type MarketFiguresQuery = Paths['/api/v1/analytics/market']['get']['parameters']['query'];
export type BidRunState = BidRun['state'];
export type BidRunPeriod = BidRun['periods'][number];
export type BidRunStep = BidRun['steps'][number];
export type Bid = BidRun['bids'][number];
export type Money = NonNullable<BidRun['money']>;

/** One value with the version that a change of it must name. */
export interface Versioned<Value> {
  readonly value: Value;
  readonly etag: string;
}

/** A page of a list; `next` is absent on the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string | undefined;
}

/** What a refused request answers (RFC 9457); a failed run says as much of it as it knows. */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly requestId: string;
  readonly errors: readonly Finding[];
}

export interface Finding {
  readonly code: string;
  readonly path?: string;
  readonly message: string;
  readonly value?: string;
}
