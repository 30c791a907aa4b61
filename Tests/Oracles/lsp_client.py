"""Drives `seatrial lsp` with the client of pygls, as an editor would, in a directory with a service and its task.

Usage: lsp_client.py SEATRIAL DIRECTORY; fails where the server does something else than what is written here.
"""

import asyncio
import sys
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

SEATRIAL, FOLDER = sys.argv[1], Path(sys.argv[2]).resolve()
TASK, SERVICE, RUN = (FOLDER / name for name in ("api task é.json", "api.service.json", "run.yaml"))
CONFIGURATION = FOLDER / ".seatrial.yaml"


class Editor:
    def __init__(self, pulls):
        self.client = LanguageClient("editor", "1")
        self.published, self.waiting, self.refreshed, self.registered, self.logged = {}, {}, 0, [], []
        self.versions = {}
        self.pulls = pulls

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(params: types.PublishDiagnosticsParams):
            self.published[params.uri] = params
            for future in self.waiting.pop(params.uri, []):
                future.set_result(params)

        @self.client.feature(types.WINDOW_LOG_MESSAGE)
        def log(params: types.LogMessageParams):
            self.logged.append(params.message)

        @self.client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams):
            self.registered += params.registrations

        @self.client.feature(types.WORKSPACE_DIAGNOSTIC_REFRESH)
        def refresh(*_):
            self.refreshed += 1

    async def start(self, encoding):
        await self.client.start_io(SEATRIAL, "lsp", "--stdio")
        document = types.TextDocumentClientCapabilities(
            publish_diagnostics=types.PublishDiagnosticsClientCapabilities(
                related_information=True, code_description_support=True, data_support=True,
                tag_support=types.ClientDiagnosticsTagOptions(value_set=list(types.DiagnosticTag))),
            code_action=types.CodeActionClientCapabilities(
                code_action_literal_support=types.ClientCodeActionLiteralOptions(
                    code_action_kind=types.ClientCodeActionKindOptions(value_set=[types.CodeActionKind.QuickFix])),
                is_preferred_support=True, data_support=True,
                resolve_support=types.ClientCodeActionResolveOptions(properties=["edit"])),
            hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
            diagnostic=types.DiagnosticClientCapabilities() if self.pulls else None)
        workspace = types.WorkspaceClientCapabilities(
            workspace_edit=types.WorkspaceEditClientCapabilities(
                document_changes=True, resource_operations=[types.ResourceOperationKind.Create]),
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
            diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=True))
        result = await self.client.initialize_async(types.InitializeParams(
            root_uri=FOLDER.as_uri(),
            capabilities=types.ClientCapabilities(
                text_document=document, workspace=workspace,
                general=types.GeneralClientCapabilities(position_encodings=[encoding]))))
        assert result.capabilities.position_encoding == encoding
        self.client.initialized(types.InitializedParams())
        return result.capabilities

    async def stop(self):
        await self.client.shutdown_async(None)
        self.client.exit(None)
        server = self.client._server
        assert await asyncio.wait_for(server.wait(), 10) == 0, "the exit status"

    def open(self, path, text=None):
        self.versions[path] = 1
        text = path.read_text() if text is None else text
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(
            uri=path.as_uri(), language_id="json", version=1, text=text)))

    def change(self, path, *edits):
        """Each edit: first line, first character, last line, last character, text."""
        self.versions[path] += 1
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(
            text_document=types.VersionedTextDocumentIdentifier(uri=path.as_uri(), version=self.versions[path]),
            content_changes=[
                types.TextDocumentContentChangePartial(
                    range=types.Range(types.Position(a, b), types.Position(c, d)), text=text)
                for a, b, c, d, text in edits]))

    async def codes(self, path, until):
        """The codes found in a file, once they are as `until` wants them."""
        uri = path.as_uri()
        for _ in range(100):
            found = self.published.get(uri)
            if found is not None and until({item.code for item in found.diagnostics}):
                assert found.version in (None, self.versions.get(path)), "the version"
                return found.diagnostics
            future = asyncio.get_running_loop().create_future()
            self.waiting.setdefault(uri, []).append(future)
            await asyncio.wait_for(future, 10)
        raise AssertionError(f"{path.name}: {self.published.get(uri)}")

    async def actions(self, path, range, only=None, diagnostics=()):
        return await self.client.text_document_code_action_async(types.CodeActionParams(
            text_document=types.TextDocumentIdentifier(path.as_uri()), range=range,
            context=types.CodeActionContext(diagnostics=list(diagnostics), only=only)))


async def pushed():
    editor = Editor(pulls=False)
    capabilities = await editor.start("utf-16")
    assert capabilities.diagnostic_provider is None

    # The service is judged with the task definition on disk, and shows where that is.
    editor.open(SERVICE)
    found = await editor.codes(SERVICE, lambda codes: "REF001" in codes)
    finding = next(item for item in found if item.code == "REF001")
    assert finding.related_information[0].location.uri == TASK.as_uri(), finding
    assert finding.code_description.href.endswith("/REF001.md")

    # The buffer counts, not the disk; both files hear of it.
    editor.open(TASK)
    text = TASK.read_text().splitlines()
    line = next(number for number, content in enumerate(text) if '"name": "web"' in content)
    column = text[line].index('"web"') + 1
    editor.change(TASK, (line, column, line, column + 3, "n"), (line, column + 1, line, column + 1, "ginx"))
    await editor.codes(SERVICE, lambda codes: "REF001" not in codes)

    # A safe fix, alone and with all others.
    column = text[line].index('"essential"') + len("nginx") - len("web")
    editor.change(TASK, (line, column + 2, line, column + 3, ""))
    found = await editor.codes(TASK, lambda codes: "SCH001" in codes)
    unknown = next(item for item in found if item.code == "SCH001")
    fixes = await editor.actions(TASK, unknown.range, [types.CodeActionKind.QuickFix], [unknown])
    assert any(action.is_preferred and action.edit.document_changes[0].text_document.version == 3 for action in fixes)
    everything = await editor.actions(TASK, types.Range(types.Position(0, 0), types.Position(0, 0)),
                                      [types.CodeActionKind.SourceFixAll])
    assert [action.kind for action in everything] == ["source.fixAll.seatrial"]
    resolved = await editor.client.code_action_resolve_async(everything[0])
    assert resolved.edit.document_changes[0].edits

    # The page of the rule.
    hover = await editor.client.text_document_hover_async(types.HoverParams(
        types.TextDocumentIdentifier(TASK.as_uri()), unknown.range.start))
    assert "SCH001" in hover.contents.value and hover.contents.kind == types.MarkupKind.Markdown

    # A comment for a finding in YAML.
    editor.open(RUN)
    found = await editor.codes(RUN, lambda codes: "IMG001" in codes)
    latest = next(item for item in found if item.code == "IMG001")
    titles = [action.title for action in await editor.actions(RUN, latest.range)]
    assert "Ignore IMG001 on this line" in titles, titles

    # A mistake in the configuration, which is not open; then it is mended.
    assert any("watched" in item.method.lower() for item in editor.registered), editor.registered
    CONFIGURATION.write_text("ignore: [IMG01]\nselct: [all]\n")
    event = types.FileEvent(CONFIGURATION.as_uri(), types.FileChangeType.Created)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    found = await editor.codes(CONFIGURATION, lambda codes: codes)
    assert any("selct" in item.message for item in found), found
    CONFIGURATION.write_text("ignore: [IMG001]\n")
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    await editor.codes(CONFIGURATION, lambda codes: not codes)
    await editor.codes(RUN, lambda codes: "IMG001" not in codes)
    CONFIGURATION.unlink()

    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(RUN.as_uri())))
    await editor.codes(RUN, lambda codes: not codes)
    assert not editor.logged, editor.logged
    await editor.stop()


async def pulled():
    editor = Editor(pulls=True)
    capabilities = await editor.start("utf-8")
    assert capabilities.diagnostic_provider.inter_file_dependencies

    async def pull(path):
        report = await editor.client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(types.TextDocumentIdentifier(path.as_uri())))
        return {item.code for item in report.items}

    editor.open(SERVICE)
    await pull(SERVICE)
    for _ in range(200):
        if editor.refreshed:
            break
        await asyncio.sleep(0.05)
    assert "REF001" in await pull(SERVICE)
    editor.open(TASK)
    line = next(number for number, content in enumerate(TASK.read_text().splitlines()) if '"name": "web"' in content)
    column = len(TASK.read_text().splitlines()[line].split('"web"')[0].encode()) + 1
    editor.change(TASK, (line, column, line, column + 3, "nginx"))
    assert "REF001" not in await pull(SERVICE)
    assert TASK.as_uri() not in editor.published
    await editor.stop()


asyncio.run(asyncio.wait_for(pushed(), 60))
asyncio.run(asyncio.wait_for(pulled(), 60))
