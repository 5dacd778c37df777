import pytest
from tests.ingest.fetching.lab import Lab, page


@pytest.fixture
def lab():
    lab = Lab()
    lab.site.answers["/"] = page()
    yield lab
    lab.close()
