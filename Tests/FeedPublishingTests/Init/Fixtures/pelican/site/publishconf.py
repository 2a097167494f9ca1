import os
SITEURL = "https://pelican.example.org"
