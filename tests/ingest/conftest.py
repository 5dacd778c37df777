import pytest
from tests.ingest.lab import Lab, page


@pytest.fixture
def lab():
    lab = Lab()
    lab.site.answers["/"] = page()
    yield lab
    lab.close()
