"""At --debug too, nothing that is logged holds an article's words, what was asked, or a secret."""

import re
import signal
import subprocess
import sys

import httpx
import pytest

SECRETS = ("zzyzx", "Quist", "askedforthis", "pwsecret", "toksecret", "whysecret")
ARTICLE = 'The harbour of Zzyzx will close in May, mayor Ada Quist said. "It is over," she said.'
ADDRESS = "http://user:pwsecret@127.0.0.1/feed?token=toksecret"


@pytest.mark.parametrize(
    ("arguments", "ends"),
    [
        pytest.param(("add", "article.txt"), 0, id="add"),
        pytest.param(("read", "article.txt"), 0, id="read"),
        pytest.param(("trace", "askedforthis harbour"), 1, id="trace what is not there"),
        pytest.param(
            ("decide", "accept", "att_0", "--reason", "whysecret", "--who", "R"), 1, id="decide on nothing"
        ),
        pytest.param(("watch", "--once", ADDRESS), None, id="watch an address that is refused"),
    ],
)
def test_logs_hold_no_words_and_no_secrets(tmp_path, arguments, ends):
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    store = () if arguments[0] == "read" else ("--store", "store.db")

    def run(*words):
        command = [sys.executable, "-m", "ondit", "--debug", *words]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)

    if arguments[0] in {"trace", "decide"}:
        assert run("add", "article.txt", *store).returncode == 0
    done = run(*arguments, *store)
    assert ends is None or done.returncode == ends, done.stderr
    assert done.stderr or arguments[0] == "read"
    assert [one for one in SECRETS if one.lower() in done.stderr.lower()] == []


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_a_server_logs_no_words_and_no_secrets(tmp_path):
    token = "toksecret-of-the-server"
    command = [sys.executable, "-m", "ondit", "--debug", "serve", "--port", "0", "--store", "store.db"]
    process = subprocess.Popen(
        [*command, "--token", token],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    try:
        opened = ""
        while "token=" not in opened:
            opened = process.stderr.readline()
            assert opened, "it ended before it served"
        place = re.search(r"http://[\d.:]+", opened)[0]
        with httpx.Client(base_url=place, timeout=60, follow_redirects=True) as browser:
            browser.get("/", params={"token": token})
            assert browser.cookies
            added = browser.post("/add", data={"text": ARTICLE, "title": "Zzyzx"}, headers={"Origin": place})
            assert added.status_code == 200
            browser.get("/articles", params={"q": "askedforthis"})
            assert browser.get("/articles/askedforthis").status_code == 404
        with httpx.Client(base_url=place, timeout=60) as stranger:
            refused = stranger.post(
                "/add", data={"text": ARTICLE}, headers={"Authorization": "Bearer pwsecret"}
            )
            assert refused.status_code in (401, 403)
    finally:
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=60)[1]
    secrets = (*SECRETS, *(value for value in browser.cookies.values()))
    assert [one for one in secrets if one.lower() in said.lower()] == []
