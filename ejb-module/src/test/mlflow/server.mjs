// Stands for an MLflow tracking server, of which no package is at hand: the calls of its published REST API that OptiBid
// makes, with what MLflow checks, its error codes and its limits; what OptiBid must not send is refused. Keeps everything in
// a file, so that it has it again after it was killed. Under /test/ a test looks into it and has calls fail.
//
//   node server.mjs <port> <folder> [token] [artifact root, mlflow-artifacts:/ unless given]
import { createServer } from "node:http";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";

const [port, folder, token = "", root = "mlflow-artifacts:/"] = process.argv.slice(2);
const file = join(folder, "mlflow.json");
const empty = { experiments: {}, runs: {}, models: {}, artifacts: {} };
const state = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : empty;
const faults = [];
const calls = [];

class Refusal extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const invalid = (message) => new Refusal(400, "INVALID_PARAMETER_VALUE", message);
const missing = (message) => new Refusal(404, "RESOURCE_DOES_NOT_EXIST", message);
const exists = (message) => new Refusal(400, "RESOURCE_ALREADY_EXISTS", message);

function save() {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}

/** The fields of a request: name and type, with a question mark where it may be absent. */
function checked(request, fields) {
  for (const name of Object.keys(request)) {
    if (!(name in fields)) throw invalid(`unknown field ${name}`);
  }
  for (const [name, kind] of Object.entries(fields)) {
    const value = request[name];
    if (value === undefined) {
      if (!kind.endsWith("?")) throw invalid(`Missing value for required parameter '${name}'`);
    } else if ({ list: !Array.isArray(value) }[kind.replace("?", "")] ?? typeof value !== kind.replace("?", "")) {
      throw invalid(`Invalid value for parameter '${name}'`);
    }
  }
  return request;
}

function checkName(name, what) {
  if (typeof name !== "string" || !/^[/\w.\- ]+$/.test(name) || name.length > 250) throw invalid(`Invalid ${what} name: '${name}'`);
  if (name.split("/").some((part) => part === "" || part === "." || part === "..")) throw invalid(`${what} ${name} resolves to another`);
}

function run(id) {
  const found = state.runs[id];
  if (!found) throw missing(`Run with id=${id} not found`);
  return found;
}

const shown = ({ info, params, metrics, tags }) => ({
  info,
  data: {
    params: Object.entries(params).map(([key, value]) => ({ key, value })),
    metrics,
    tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
  },
});

function checkTags(tags = []) {
  for (const tag of tags) {
    checked(tag, { key: "string", value: "string" });
    checkName(tag.key, "tag");
    if (tag.value.length > 5000) throw invalid("tag too long");
  }
  return Object.fromEntries(tags.map(({ key, value }) => [key, value]));
}

function logBatch(request) {
  const { run_id, metrics = [], params = [], tags = [] } = checked(request, {
    run_id: "string",
    metrics: "list?",
    params: "list?",
    tags: "list?",
  });
  const into = run(run_id);
  if (into.info.lifecycle_stage !== "active") throw invalid("The run is deleted");
  if (metrics.length > 1000 || params.length > 100 || tags.length > 100 || metrics.length + params.length + tags.length > 1000)
    throw invalid("A batch logging request can contain at most 1000 metrics, 100 params, 100 tags");
  for (const metric of metrics) {
    checked(metric, { key: "string", value: "number", timestamp: "number", step: "number?" });
    checkName(metric.key, "metric");
    if (!Number.isInteger(metric.timestamp) || metric.timestamp < 0) throw invalid("Got invalid timestamp");
  }
  for (const param of params) {
    checked(param, { key: "string", value: "string" });
    checkName(param.key, "param");
    if (param.value.length > 500) throw invalid("Param value had length over 500");
    const before = into.params[param.key];
    if (before !== undefined && before !== param.value)
      throw invalid(`Changing param values is not allowed. Param with key='${param.key}' was already logged with value='${before}'`);
  }
  for (const { key, value } of params) into.params[key] = value;
  for (const metric of metrics) {
    if (!into.metrics.some((other) => ["key", "value", "timestamp", "step"].every((field) => other[field] === metric[field])))
      into.metrics.push(metric);
  }
  Object.assign(into.tags, checkTags(tags));
  return {};
}

function createRun(request) {
  const { experiment_id, run_name = "", start_time = 0, tags = [] } = checked(request, {
    experiment_id: "string",
    run_name: "string?",
    start_time: "number?",
    tags: "list?",
  });
  if (!Object.values(state.experiments).includes(experiment_id)) throw missing(`No Experiment with id=${experiment_id} exists`);
  const run_id = randomUUID().replaceAll("-", "");
  const artifact_uri = `${root}${root.endsWith("/") ? "" : "/"}${experiment_id}/${run_id}/artifacts`;
  const info = { run_id, run_uuid: run_id, experiment_id, run_name, status: "RUNNING", start_time, artifact_uri, lifecycle_stage: "active" };
  state.runs[run_id] = { info, params: {}, metrics: [], tags: checkTags(tags) };
  return { run: shown(state.runs[run_id]) };
}

function searchRuns(request) {
  const { experiment_ids, filter = "" } = checked(request, { experiment_ids: "list", filter: "string?", max_results: "number?" });
  const wanted = /^tags\.`([^`]+)` = '([^']*)'$/.exec(filter);
  if (!wanted) throw invalid(`Invalid filter ${filter}`);
  const runs = Object.values(state.runs).filter((each) => experiment_ids.includes(each.info.experiment_id) && each.tags[wanted[1]] === wanted[2]);
  return runs.length ? { runs: runs.map(shown) } : {};
}

function updateRun(request) {
  const { run_id, status, end_time } = checked(request, { run_id: "string", status: "string?", end_time: "number?", run_name: "string?" });
  if (status && !["RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED"].includes(status)) throw invalid("Invalid status");
  Object.assign(run(run_id).info, status && { status }, end_time && { end_time });
  return { run_info: run(run_id).info };
}

function createModel(request) {
  const { name } = checked(request, { name: "string", tags: "list?", description: "string?" });
  if (!name || /[/:]/.test(name)) throw invalid(`Invalid model name ${name}`);
  if (state.models[name]) throw exists(`Registered Model (name=${name}) already exists.`);
  state.models[name] = [];
  return { registered_model: { name } };
}

function createVersion(request) {
  const { name, source, run_id, description, tags } = checked(request, {
    name: "string",
    source: "string",
    run_id: "string?",
    description: "string?",
    tags: "list?",
  });
  if (!state.models[name]) throw missing(`Registered Model with name=${name} not found`);
  if (run_id && !source.startsWith(run(run_id).info.artifact_uri)) throw invalid("Invalid model version source");
  const version = { name, version: String(state.models[name].length + 1), source, run_id, description, tags: checkTags(tags), current_stage: "None", status: "READY" };
  state.models[name].push(version);
  return { model_version: version };
}

function searchVersions({ filter = "" }) {
  const wanted = /^run_id='([^']*)'$/.exec(filter);
  if (!wanted) throw invalid(`Invalid filter ${filter}`);
  const found = Object.values(state.models).flat().filter((each) => each.run_id === wanted[1]);
  return found.length ? { model_versions: found } : {};
}

function transition(request) {
  const { name, version, stage, archive_existing_versions } = checked(request, {
    name: "string",
    version: "string",
    stage: "string",
    archive_existing_versions: "boolean",
  });
  if (!["None", "Staging", "Production", "Archived"].includes(stage)) throw invalid(`Invalid Model Version stage: ${stage}`);
  const found = (state.models[name] ?? []).find((each) => each.version === version);
  if (!found) throw missing("Model Version not found");
  if (archive_existing_versions) throw invalid("OptiBid archives by itself");
  found.current_stage = stage;
  return { model_version: found };
}

const get = {
  "experiments/get-by-name": ({ experiment_name }) => {
    const experiment_id = state.experiments[experiment_name];
    if (!experiment_id) throw missing(`Could not find experiment with name '${experiment_name}'`);
    return { experiment: { experiment_id, name: experiment_name, lifecycle_stage: "active" } };
  },
  "runs/get": ({ run_id }) => ({ run: shown(run(run_id)) }),
  "model-versions/search": searchVersions,
};

const post = {
  "experiments/search": (request) => {
    checked(request, { max_results: "number", filter: "string?" });
    const experiments = Object.entries(state.experiments).map(([name, experiment_id]) => ({ name, experiment_id }));
    return experiments.length ? { experiments: experiments.slice(0, request.max_results) } : {};
  },
  "experiments/create": (request) => {
    const { name } = checked(request, { name: "string", artifact_location: "string?", tags: "list?" });
    if (!name || name.length > 500) throw invalid("Invalid experiment name");
    if (state.experiments[name]) throw exists(`Experiment '${name}' already exists.`);
    state.experiments[name] = String(Object.keys(state.experiments).length + 1);
    return { experiment_id: state.experiments[name] };
  },
  "runs/create": createRun,
  "runs/search": searchRuns,
  "runs/log-batch": logBatch,
  "runs/update": updateRun,
  "registered-models/create": createModel,
  "model-versions/create": createVersion,
  "model-versions/transition-stage": transition,
};

function putArtifact(path, bytes) {
  if (!root.startsWith("mlflow-artifacts:")) {
    throw new Refusal(503, "", "Endpoint disabled due to the mlflow server running with `--no-serve-artifacts`");
  }
  if (path.split("/").some((part) => part === "" || part === ".." || part === ".") || /[#%]/.test(path)) throw invalid("Invalid path");
  state.artifacts[path] = { size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
  return {};
}

function body(request) {
  return new Promise((resolve, reject) => {
    const parts = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => resolve(Buffer.concat(parts)));
    request.on("error", reject);
  });
}

function answered(method, url, bytes) {
  const artifacts = "/api/2.0/mlflow-artifacts/artifacts/";
  if (method === "PUT" && url.pathname.startsWith(artifacts)) return putArtifact(decodeURIComponent(url.pathname.slice(artifacts.length)), bytes);
  const call = url.pathname.replace("/api/2.0/mlflow/", "");
  const handler = { GET: get, POST: post }[method]?.[call];
  if (!handler) throw new Refusal(404, "ENDPOINT_NOT_FOUND", `No endpoint ${method} ${url.pathname}`);
  if (method === "GET") return handler(Object.fromEntries(url.searchParams));
  if (call === "runs/log-batch" && bytes.length > 1e6) throw invalid("Batched logging API requests must be at most 1000000 bytes");
  return handler(JSON.parse(bytes.toString("utf8")));
}

function send(response, status, value) {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(value));
}

/** A fault is { call, times, how }: drop after it was done, or refuse, or break. */
function faultOf(method, url) {
  const index = faults.findIndex((fault) => url.pathname.includes(fault.call));
  if (index < 0) return undefined;
  const fault = faults[index];
  fault.times -= 1;
  if (fault.times <= 0) faults.splice(index, 1);
  return fault.how;
}

createServer(async (request, response) => {
  const url = new URL(request.url, "http://localhost");
  const bytes = await body(request);
  if (url.pathname === "/test/state") return send(response, 200, { ...state, calls });
  if (url.pathname === "/test/fault") {
    faults.push(JSON.parse(bytes.toString("utf8")));
    return send(response, 200, {});
  }
  if (url.pathname === "/test/forget") {
    Object.assign(state, { experiments: {}, runs: {}, models: {}, artifacts: {} });
    save();
    return send(response, 200, {});
  }
  if (token && request.headers.authorization !== `Bearer ${token}`) {
    response.writeHead(401, { "Content-Type": "text/html" });
    return response.end("You are not authenticated");
  }
  calls.push(`${request.method} ${url.pathname}`);
  const fault = faultOf(request.method, url);
  try {
    if (fault === "refuse") throw invalid("refused by the test");
    if (fault === "break") throw new Refusal(500, "INTERNAL_ERROR", "broken by the test");
    const result = answered(request.method, url, bytes);
    if (request.method !== "GET" && !url.pathname.endsWith("/search")) save();
    if (fault === "drop") return request.socket.destroy();
    send(response, 200, result);
  } catch (error) {
    if (!(error instanceof Refusal)) console.error(error);
    send(response, error.status ?? 500, { error_code: error.code ?? "INTERNAL_ERROR", message: error.message });
  }
}).listen(Number(port), "127.0.0.1");
